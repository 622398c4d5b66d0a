import type { Exploration, Outcome } from '#explore';
import { program } from '#words';
import { h, part } from './dom.ts';
import { foldOutcomes } from './fold-outcomes.ts';
import { MOST_BRANCHES } from './orders-tree.ts';
import { endWords, headline, isFailure } from './sentences.ts';

const { orders: words } = program;

const orderButton = (act: string, label: string, schedule: string): HTMLElement =>
  h('button', { type: 'button', class: 'live-button is-quiet', 'data-do': act, 'data-schedule': schedule }, label);

/**
 * The outcomes, drawn as Orders.astro draws them. Below it, folded away, where they part: `onTree` fills that when it is
 * opened for the first time.
 */
export function drawOrders(root: HTMLElement, exploration: Exploration | undefined, onTree?: (box: HTMLElement) => void): void {
  const element = part(root, 'orders')!;
  element.hidden = exploration === undefined;
  if (exploration === undefined) return element.replaceChildren();
  const { shown, folded } = foldOutcomes(exploration.outcomes);
  element.replaceChildren(
    h('p', { class: 'live-headline' }, headline(exploration)),
    table(shown),
    ...(folded.length > 0 ? [h('details', { class: 'orders-part' }, h('summary', {}, words.more(folded.length)), table(folded))] : []),
    ...(onTree && exploration.outcomes.length > 1 && exploration.outcomes.length <= MOST_BRANCHES ? [tree(onTree)] : []),
  );
}

function table(outcomes: readonly Outcome[]): HTMLElement {
  const rows = outcomes.map((outcome) =>
    h(
      'tr',
      {},
      h('td', {}, h('pre', outcome.output.length === 0 ? { class: 'is-empty' } : {}, outcome.output.join('\n') || program.outcome.nothing)),
      h('td', isFailure(outcome) ? { class: 'is-wrong' } : {}, endWords(outcome)),
      h('td', { class: 'is-number' }, String(outcome.count)),
      h('td', { class: 'order-acts' }, orderButton('show', words.show, outcome.schedule), orderButton('copy', program.bar.copyLink, outcome.schedule)),
    ),
  );
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, words.output),
    h('th', { scope: 'col' }, words.ends),
    h('th', { scope: 'col', class: 'is-number' }, words.count),
    h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, words.show)),
  );
  return h('div', { class: 'scroll-box' }, h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows)));
}

function tree(onTree: (box: HTMLElement) => void): HTMLElement {
  const box = h('div', {}, h('p', {}, words.runningOneEach));
  const details = h('details', { class: 'orders-part' }, h('summary', {}, words.whereTheyPart), box);
  details.addEventListener('toggle', () => onTree(box), { once: true });
  return details;
}
