import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { href } from '#ui';
import { digest } from './compute.ts';

/**
 * Puts `value` beside the site as a file that a page loads when it is needed, and returns its address. The name holds a hash
 * of the content, so it may be cached for ever. vite/live.ts moves the files into the built site.
 */
export function publish(name: string, value: unknown): string {
  const text = JSON.stringify(value);
  const path = `${name}-${digest(text)}.json`;
  const file = join('.cache/live', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return href(`/live/${path}`);
}
