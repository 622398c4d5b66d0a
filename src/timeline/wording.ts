import { cells, clean, duration, eventAt, holderWords, isAttempt, shorten, taskName, waitWords, type TaskId, type TaskState, type Trace } from '#trace';
import { timeline } from '#words';
import type { Stretch } from './fold.ts';
import type { Span } from './spans.ts';

/** Beside the number of a step: where it stands to the chosen one. */
export const RELATION_MARKS = { before: '‹', after: '›', concurrent: '∥' } as const;
export const foldLabel = ({ from, to }: Stretch): string => timeline.lanes.folded(to - from + 1);
export const NEVER = timeline.lanes.never;
export const nameOf = (trace: Trace, task: TaskId): string => keepingNumber(taskName(trace, task), 14);

/** Cut to `max` columns before the number at its end, by which the threads of a pool differ: `ThreadPoo…-0_1`. */
export function keepingNumber(name: string, max: number): string {
  const number = /[-_]?\d{1,3}(?:[-_]\d{1,3})?$/.exec(name)?.[0] ?? '';
  return number === name ? shorten(name, max) : `${shorten(name.slice(0, name.length - number.length), max - number.length)}${number}`;
}
/** What a waiting task waits for, from the full wording to the shortest: "lock m, held by a", "lock m". */
export function wordings(state: TaskState, trace: Trace, said = false): readonly string[] {
  if (state.kind === 'sleeping') return [`until ${duration(state.until)}`, duration(state.until)];
  if (state.kind !== 'blocked' && state.kind !== 'stuck') return [];
  const words = shorten(waitWords(state.reason, state.resource, trace), 28);
  const holder = holderWords(state, trace, nameOf);
  return [
    ...(holder ? [`${words}, ${holder}`] : []),
    ...(holder && said ? [holder] : []),
    words,
    cells(words) > 10 ? words.split(' ', 1)[0]! : words,
  ];
}
export const failure = (message: string): string => shorten(clean(message.split('\n', 1)[0] ?? ''), 40);

/** True if the bar of the operation that has to wait stands right before the line, and so says what it waits for. */
export function isSaid({ task, state, from }: Span, stretches: readonly Stretch[], trace: Trace): boolean {
  const before = eventAt(trace, stretches[from - 1]?.to ?? 0);
  return before?.task === task && isAttempt(before, state);
}
