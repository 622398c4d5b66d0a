import { h } from './dom.ts';

/** The lines of a listing as the page brought them. */
export const linesOf = (listing: HTMLElement): readonly HTMLElement[] => [...listing.querySelectorAll<HTMLElement>('code [data-line]')];

/**
 * Shows `text` in a listing without an editor. Lines that the page has as well keep their colours; the others are marked as
 * new, which also tells what somebody changed. `lines`: what the listing had at first.
 */
export function drawListing(listing: HTMLElement, lines: readonly HTMLElement[], text: string): void {
  const known = new Map(lines.map((line) => [line.textContent, line]));
  const drawn = text
    .trimEnd()
    .split('\n')
    .flatMap((words, index) => [...(index === 0 ? [] : ['\n']), drawLine(words, index + 1, known.get(words))]);
  listing.querySelector('code')!.replaceChildren(...drawn);
}

function drawLine(words: string, number: number, known: HTMLElement | undefined): HTMLElement {
  const line = h('span', { class: 'line', 'data-line': number, 'data-new': known === undefined });
  line.append(...(known === undefined ? [words] : known.cloneNode(true).childNodes));
  return line;
}
