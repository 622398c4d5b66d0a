import type { Event, Trace } from './types.ts';
import { cells, pad } from './clean.ts';
import { toRow, toRows } from './table.ts';
import { endLines } from './ends.ts';
import { sliceSentence } from './sentence.ts';

/** One event as a phrase: "read counter → 0", "send jobs ← 7, worker gets 7". */
export function describe(event: Event, trace: Trace): string {
  const row = toRow(event, trace);
  const phrase = [row.does, row.with].filter(Boolean).join(' ');
  return [phrase, row.effect].filter(Boolean).join(', ');
}

/**
 * The text form: one line per event in aligned columns, then how the run ended if it did not end well.
 * The terminal, bug reports and test snapshots all use it.
 *
 * With `slice`, a last line says which step decided a failure, and which have no part in it: what a figure shows by its marks.
 *
 * @example
 *  1  main  go     a
 *  2  a     read   counter → 0
 *  3  a     write  counter ← 1    race with 5
 */
export function toText(trace: Trace, { slice = false }: { readonly slice?: boolean } = {}): string {
  const rows = toRows(trace).map((row) => [
    String(row.step),
    row.task,
    row.does,
    row.with,
    [row.effect, row.note].filter(Boolean).join(', '),
  ]);
  const decided = slice ? sliceSentence(trace) : undefined;
  return [...align(rows), ...endLines(trace), ...(decided === undefined ? [] : [decided])].join('\n');
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number): number => Math.max(0, ...rows.map((row) => cells(row[column] ?? '')));
  // One long value must not push the last column of every line out of sight.
  const [step, task, does, object] = [width(0), width(1), width(2), Math.min(width(3), 36)];
  return rows.map(([a = '', b = '', c = '', d = '', e = '']) =>
    `${pad(a, step + 1, 'end')}  ${pad(b, task)}  ${pad(c, does)}  ${pad(d, object)}    ${e}`.trimEnd(),
  );
}
