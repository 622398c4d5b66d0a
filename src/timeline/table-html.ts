import { decisiveStep, stepsAside, toRows, type Trace } from '#trace';
import { escape } from './escape.ts';

const HEADS = ['Step', 'Task', 'Does', 'With', 'Effect', 'Note'] as const;

/** The accessible form of the figure: the same trace as a table. `at` marks the current row; `from` leaves out the steps before it. */
export function toTable(
  trace: Trace,
  { at, from = 1, caption = 'What each task did, step by step' }: { readonly at?: number | undefined; readonly from?: number; readonly caption?: string } = {},
): string {
  const head = HEADS.map((h) => `<th scope="col">${h}</th>`).join('');
  const aside = stepsAside(trace);
  const decisive = decisiveStep(trace);
  const body = toRows(trace).slice(from - 1).map((row) => {
    const part = row.step === decisive ? 'decides the failure' : aside.has(row.step) ? 'no part in the failure' : '';
    const note = [row.note, part].filter(Boolean).join(', ');
    const cells = [row.task, row.does, row.with, row.effect, note].map((cell) => `<td>${escape(cell)}</td>`).join('');
    const here = row.step === at ? ' aria-current="step"' : '';
    const name = [row.raced ? 'raced' : '', aside.has(row.step) ? 'aside' : ''].filter(Boolean).join(' ');
    return `<tr${here}${name && ` class="${name}"`}><th scope="row">${row.step}</th>${cells}</tr>`;
  });
  return `<table class="hb-table"><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
