import { program } from '#words';
import { h, part } from './dom.ts';
import { drawListing, linesOf } from './listing-text.ts';

const { exercise: words } = program;

/** The reader's answer and the author's, side by side. Lines that the other does not have are marked as new in each. */
export function drawBoth(root: HTMLElement, yours: string): HTMLElement | undefined {
  const listing = part(root, 'solution')?.querySelector<HTMLElement>('.live-listing');
  const own = part(root, 'listing');
  if (!listing || !own) return undefined;
  const theirs = listing.querySelector('code')!.textContent;
  const coloured = [...linesOf(own), ...linesOf(listing)];
  const pane = (name: string, text: string, other: string): HTMLElement => {
    const box = h('div', { class: 'live-listing', tabindex: 0, role: 'group', 'aria-label': name }, h('pre', { class: 'astro-code' }, h('code')));
    drawListing(box, coloured, text);
    const there = new Set(other.split('\n').map((line) => line.trim()));
    for (const line of linesOf(box)) line.toggleAttribute('data-new', !there.has(line.textContent.trim()));
    return h('div', { class: 'both-pane' }, h('p', {}, name), box);
  };
  return h(
    'details',
    { class: 'verdict-both' },
    h('summary', {}, words.besideTheAuthors),
    h('div', { class: 'both-panes' }, pane(words.yours, yours.trimEnd(), theirs), pane(words.theAuthors, theirs.trimEnd(), yours)),
  );
}
