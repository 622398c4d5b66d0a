import type { Trace } from '#trace';
import { escapeMarkup } from '#base';
import type { Scene } from './scene.ts';
import { toSvg } from './svg.ts';

/** One picture of a figure: a scene, and the words above it if there are several. */
export interface Part {
  readonly scene: Scene;
  readonly label?: string;
}

const LABEL = 30;
const MARGIN = 12;

/**
 * The whole figure as one picture for a file: the scenes below one another, on a ground of their own, with the words of the
 * figure as title and description. It still has classes only: `withStyles` gives it the colours of the page.
 */
export function toPicture(parts: readonly Part[], { title, text }: { readonly title: string; readonly text: string }): string {
  let y = MARGIN;
  const body = parts.map(({ scene, label }) => {
    const above = label === undefined ? '' : `<text class="name start" x="${MARGIN}" y="${y + LABEL / 2}">${escapeMarkup(label)}</text>`;
    y += label === undefined ? 0 : LABEL;
    const placed = `<g transform="translate(${MARGIN} ${y})">${inside(toSvg(scene))}</g>`;
    y += sizeOf(scene).height + MARGIN;
    return above + placed;
  });
  const width = Math.max(...parts.map(({ scene }) => sizeOf(scene).width)) + 2 * MARGIN;
  return (
    `<svg class="whole" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}">` +
    `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(text)}</desc>` +
    `<rect class="ground" width="${width}" height="${y}"/>${body.join('')}</svg>`
  );
}

const sizeOf = ({ axis, width, height, nameSize }: Scene): { readonly width: number; readonly height: number } =>
  axis === 'across' ? { width: width + nameSize, height } : { width, height: height + nameSize };

const inside = (svg: string): string => svg.slice(svg.indexOf('>') + 1, -'</svg>'.length);

/** "lost-update at step 7": what a file of this figure is called, without its ending. */
export const pictureName = (trace: Trace, name: string, at: number | undefined): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'lanes'
  }${at === undefined ? '' : `-step-${at}-of-${trace.events.length}`}`;
