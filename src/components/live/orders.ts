import type { Exploration } from '#explore';
import { h, part } from './dom.ts';
import { MOST_BRANCHES } from './orders-tree.ts';
import { endWords, headline, isFailure } from './sentences.ts';

const orderButton = (act: string, label: string, schedule: string): HTMLElement =>
  h('button', { type: 'button', class: 'live-button is-quiet', 'data-do': act, 'data-schedule': schedule }, label);

/**
 * The table of outcomes, drawn as Orders.astro draws it. Below it, folded away, where they part: `onTree` fills that when it is
 * opened for the first time.
 */
export function drawOrders(root: HTMLElement, exploration: Exploration | undefined, onTree?: (box: HTMLElement) => void): void {
  const element = part(root, 'orders')!;
  element.hidden = exploration === undefined;
  if (exploration === undefined) return element.replaceChildren();
  const rows = exploration.outcomes.map((outcome) =>
    h(
      'tr',
      {},
      h('td', {}, h('pre', outcome.output.length === 0 ? { class: 'is-empty' } : {}, outcome.output.join('\n') || 'nothing')),
      h('td', isFailure(outcome) ? { class: 'is-wrong' } : {}, endWords(outcome)),
      h('td', { class: 'is-number' }, String(outcome.count)),
      h('td', { class: 'order-acts' }, orderButton('show', 'Show', outcome.schedule), orderButton('copy', 'Copy link', outcome.schedule)),
    ),
  );
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, 'Output'),
    h('th', { scope: 'col' }, 'Ends'),
    h('th', { scope: 'col', class: 'is-number' }, 'Orders'),
    h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, 'Show')),
  );
  element.replaceChildren(
    h('p', { class: 'live-headline' }, headline(exploration)),
    h('div', { class: 'scroll-box' }, h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows))),
    ...(onTree && rows.length > 1 && rows.length <= MOST_BRANCHES ? [tree(onTree)] : []),
  );
}

function tree(onTree: (box: HTMLElement) => void): HTMLElement {
  const box = h('div', {}, h('p', {}, 'Running one order for each outcome …'));
  const details = h('details', { class: 'orders-part' }, h('summary', {}, 'Where these orders part'), box);
  details.addEventListener('toggle', () => onTree(box), { once: true });
  return details;
}
