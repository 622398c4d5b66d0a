/** Taking the figure along: what needs a page to be done. */
import { timeline } from '#words';

/** Properties that lanes.css decides; all else in the picture is written into it already. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'white-space',
  'paint-order',
  'rx',
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
    const elements = [...svg.querySelectorAll<SVGElement>('rect, path, text, tspan, circle, g')];
    // All are read before the first is changed: the style of one depends on the classes of those around it.
    const styles = elements.map(stylesOf);
    elements.forEach((element, index) => {
      element.setAttribute('style', styles[index]!);
      element.removeAttribute('class');
    });
    svg.removeAttribute('class');
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}`;
  } finally {
    box.remove();
  }
}

function stylesOf(element: SVGElement): string {
  const computed = getComputedStyle(element);
  // What a group has, its members have; only its opacity is its own.
  return STYLES.filter((name) => element.tagName !== 'g' || name === 'opacity')
    .map((name) => [name, computed.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== '' && value !== 'auto')
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

export function download(name: string, svg: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * Puts `text` on the clipboard. Where a page may not, selects it in the element that `show` brings into view: one key is left
 * to press. Returns what to tell the reader.
 */
export async function copy(text: string, show: () => HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return timeline.controls.copied;
  } catch {
    getSelection()?.selectAllChildren(show());
    return timeline.controls.selected;
  }
}
