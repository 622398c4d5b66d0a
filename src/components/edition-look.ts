/** How an edition looks: its colours and its picture, as every page has them. */
import { readFileSync } from 'node:fs';
import type { Edition } from '#lesson/edition';

/** Custom properties in place of those of tokens.css. No layer, so that they come after all that are. */
export function coloursOf({ link, accent }: Edition['colours']): string {
  const pair = (name: string, colours: readonly [string, string] | undefined): string => (colours === undefined ? '' : `${name}:light-dark(${colours[0]},${colours[1]});`);
  return `:root{${pair('--link', link)}${pair('--go', accent)}}`;
}

/** A picture as part of the page: one request less, and it works from any folder. */
export const logoOf = (file: string): string => `data:image/${file.toLowerCase().endsWith('.svg') ? 'svg+xml' : 'png'};base64,${readFileSync(file).toString('base64')}`;
