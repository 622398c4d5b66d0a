import { decisiveStep, eventAt, list, relations, stepsAside, taskName, toRows, type Relation, type Row, type Trace } from '#trace';
import { escapeMarkup } from '#base';
import { RELATION_MARKS } from './wording.ts';

const HEADS = ['Step', 'Task', 'Does', 'With', 'Effect', 'Note'] as const;

export interface TableOptions {
  /** The current row. */
  readonly at?: number | undefined;
  /** Also marks which steps come before the current one, after it and neither. */
  readonly relate?: boolean;
  /** Leaves out the steps before this one. */
  readonly from?: number;
  readonly caption?: string;
}

/** The accessible form of the figure: the same trace as a table, with all that the lanes draw in words. */
export function toTable(
  trace: Trace,
  { at, relate = false, from = 1, caption = 'What each task did, step by step' }: TableOptions = {},
): string {
  const head = HEADS.map((h) => `<th scope="col">${h}</th>`).join('');
  const aside = stepsAside(trace);
  const decisive = decisiveStep(trace);
  const related = relate && at !== undefined ? relations(trace, at) : undefined;
  const body = toRows(trace)
    .slice(from - 1)
    .map((row) => {
      const part = row.step === decisive ? 'decides the failure' : aside.has(row.step) ? 'no part in the failure' : '';
      const note = [row.note, part, choice(row, trace)].filter(Boolean).join(', ');
      const cells = [row.task, row.does, row.with, row.effect, note].map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('');
      const here = row.step === at ? ' aria-current="step"' : '';
      const name = [row.raced ? 'raced' : '', aside.has(row.step) ? 'aside' : ''].filter(Boolean).join(' ');
      return `<tr${here}${name && ` class="${name}"`}><th scope="row">${row.step}${mark(related?.get(row.step))}</th>${cells}</tr>`;
    });
  return `<table class="hb-table"><caption>${escapeMarkup(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Who else could have gone here: what the forks under the lanes say. */
function choice({ step }: Row, trace: Trace): string {
  const event = eventAt(trace, step);
  if (!event || event.others.length === 0) return '';
  return `${list(event.others.map((task) => taskName(trace, task)))} could go instead`;
}

const mark = (relation: Relation | undefined): string =>
  relation
    ? `<span class="${relation}"><span aria-hidden="true">${RELATION_MARKS[relation]}</span><span class="words">, ${relation}</span></span>`
    : '';
