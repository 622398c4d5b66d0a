import type { Trace } from '#trace';
import { escape } from './escape.ts';
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
    const above = label === undefined ? '' : `<text class="name start" x="${MARGIN}" y="${y + LABEL / 2}">${escape(label)}</text>`;
    y += label === undefined ? 0 : LABEL;
    const placed = `<g transform="translate(${MARGIN} ${y})">${inside(toSvg(scene))}</g>`;
    y += sizeOf(scene).height + MARGIN;
    return above + placed;
  });
  const width = Math.max(...parts.map(({ scene }) => sizeOf(scene).width)) + 2 * MARGIN;
  return (
    `<svg class="whole" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}">` +
    `<title>${escape(title)}</title><desc>${escape(text)}</desc>` +
    `<rect class="ground" width="${width}" height="${y}"/>${body.join('')}</svg>`
  );
}

const sizeOf = ({ axis, width, height, nameSize }: Scene): { readonly width: number; readonly height: number } =>
  axis === 'across' ? { width: width + nameSize, height } : { width, height: height + nameSize };

const inside = (svg: string): string => svg.slice(svg.indexOf('>') + 1, -'</svg>'.length);

/** Properties that lanes.css decides; all else in the picture is written into it already. */
const STYLES = [
  'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity',
  'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'white-space', 'paint-order', 'rx',
] as const;

/**
 * Makes a picture stand on its own: draws it once, out of sight within `figure`, and writes down what the stylesheet made of
 * it. So a file has the theme, and the faces, that its reader saw.
 */
export function withStyles(picture: string, figure: HTMLElement): string {
  const box = figure.ownerDocument.createElement('div');
  box.className = 'unseen';
  box.innerHTML = picture;
  figure.append(box);
  try {
    const svg = box.querySelector('svg')!;
    for (const element of svg.querySelectorAll<SVGElement>('rect, path, text, tspan, circle, g')) {
      const styles = getComputedStyle(element);
      const own = STYLES.filter((name) => element.tagName !== 'g' || name === 'opacity').map((name) => [name, styles.getPropertyValue(name)] as const);
      element.setAttribute('style', own.filter(([, value]) => value !== '' && value !== 'auto').map(([name, value]) => `${name}:${value}`).join(';'));
      element.removeAttribute('class');
    }
    svg.removeAttribute('class');
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}`;
  } finally {
    box.remove();
  }
}

/** "lost-update at step 7": what a file of this figure is called, without its ending. */
export const pictureName = (trace: Trace, name: string, at: number | undefined): string =>
  `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'lanes'}${at === undefined ? '' : `-step-${at}-of-${trace.events.length}`}`;

export function download(name: string, svg: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
