import type { Outcome } from '#explore';
import { clean, shorten, type Trace } from '#trace';
import { program } from '#words';
import { h } from './dom.ts';
import { endWords, isFailure } from './sentences.ts';

/** More rows than this are a table and no picture. */
export const MOST_BRANCHES = 12;

/**
 * One order for each outcome, drawn as a tree: where do they part? The picture has no words for a screen reader; each row's
 * button says where its order leaves the one above and what it leads to.
 */
export async function drawTree(
  box: HTMLElement,
  outcomes: readonly Outcome[],
  run: (schedule: string) => Promise<Trace | undefined>,
): Promise<void> {
  // What ends well is the trunk.
  const sorted = outcomes.toSorted((a, b) => Number(isFailure(a)) - Number(isFailure(b)));
  const traces: Trace[] = [];
  for (const { schedule } of sorted) {
    const trace = await run(schedule);
    if (trace === undefined) return;
    traces.push(trace);
  }
  const { layoutTree, partingTree, partsWords, toTreeSvg } = await import('#timeline');
  const rows = partingTree(traces);
  const wrong = sorted.flatMap((outcome, index) => (isFailure(outcome) ? [index] : []));
  const picture = h('div', { class: 'tree-picture' });
  picture.innerHTML = toTreeSvg(layoutTree(rows), wrong);
  const items = rows.map((row) => {
    const outcome = sorted[row.index]!;
    const words = shorten(clean(isFailure(outcome) ? endWords(outcome) : program.orders.prints(outcome.output.join(', ') || program.outcome.nothing)), 48);
    const shown = { 'data-do': 'show', 'data-schedule': outcome.schedule, 'aria-label': `${words}; ${partsWords(row)}` };
    return h('li', {}, h('button', { type: 'button', class: 'live-button is-quiet', ...shown }, words));
  });
  box.replaceChildren(
    h('p', {}, program.orders.tree),
    h('div', { class: 'orders-tree' }, picture, h('ol', { role: 'list' }, ...items)),
  );
}
