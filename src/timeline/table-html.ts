import { decisiveStep, eventAt, relations, stepsAside, taskName, toRows, type Relation, type Row, type Trace } from '#trace';
import { escapeMarkup } from '#base';
import { language, timeline } from '#words';
import { RELATION_MARKS } from './wording.ts';

const { table: words } = timeline;
const HEADS = Object.values(words.heads);
/** What is said of a run is English, also on a page that is not; what is said of its place among the others is in the language of the page. */
const [inEnglish, inOwn] = language === 'en' ? ['', ''] : [' lang="en"', ` lang="${language}"`];

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
  { at, relate = false, from = 1, caption = words.caption }: TableOptions = {},
): string {
  const head = HEADS.map((h) => `<th scope="col">${h}</th>`).join('');
  const aside = stepsAside(trace);
  const decisive = decisiveStep(trace);
  const related = relate && at !== undefined ? relations(trace, at) : undefined;
  const body = toRows(trace)
    .slice(from - 1)
    .map((row) => {
      const part = row.step === decisive ? words.decides : aside.has(row.step) ? words.noPart : '';
      const cells = [row.task, row.does, row.with, row.effect].map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('') + `<td>${notes(row.note, [part, choice(row, trace)])}</td>`;
      const here = row.step === at ? ' aria-current="step"' : '';
      const name = [row.raced ? 'raced' : '', aside.has(row.step) ? 'aside' : ''].filter(Boolean).join(' ');
      return `<tr${here}${name && ` class="${name}"`}><th scope="row">${row.step}${mark(related?.get(row.step))}</th>${cells}</tr>`;
    });
  return `<table class="hb-table"><caption>${escapeMarkup(caption)}</caption><thead><tr>${head}</tr></thead><tbody${inEnglish}>${body.join('')}</tbody></table>`;
}

/** What the trace notes of a step, and what is added to it. */
function notes(of: string, added: readonly string[]): string {
  const own = escapeMarkup(added.filter(Boolean).join(', '));
  return [escapeMarkup(of), own && inOwn ? `<span${inOwn}>${own}</span>` : own].filter(Boolean).join(', ');
}

/** Who else could have gone here: what the forks under the lanes say. */
function choice({ step }: Row, trace: Trace): string {
  const event = eventAt(trace, step);
  if (!event || event.others.length === 0) return '';
  return words.others(event.others.map((task) => taskName(trace, task)));
}

const mark = (relation: Relation | undefined): string =>
  relation
    ? `<span class="${relation}"><span aria-hidden="true">${RELATION_MARKS[relation]}</span><span class="words"${inOwn}>, ${words.relations[relation]}</span></span>`
    : '';
