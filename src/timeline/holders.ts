import type { Event, TaskId, Trace } from '#trace';
import { holdings } from './ownership.ts';

/** `task` has the thing from step `from` to step `to`, both included. */
export interface Turn {
  readonly task: TaskId;
  readonly from: number;
  readonly to: number;
  /** It was taken from a task that could have gone on. */
  readonly forced: boolean;
}

/** Something that tasks take turns at, and the program never names: the interpreter's lock, a core. */
export interface Holder {
  readonly name: string;
  readonly turns: readonly Turn[];
}

/** What a figure shows of those: the GIL in the mode that has one, and a row for each core that was in use. */
export function holders(trace: Trace): readonly Holder[] {
  const gil = trace.mode === 'cpython' ? [{ name: 'GIL', turns: gilTurns(trace) }] : [];
  return [...gil.filter(({ turns }) => turns.length > 0), ...cores(trace)];
}

/** Whoever works holds it until the work is over, and otherwise whoever executes. A turn ends when it is another task's. */
function gilTurns(trace: Trace): readonly Turn[] {
  const gil = trace.resources.find(({ name, kind }) => name === 'GIL' && kind === 'lock')?.id;
  const kept = holdings(trace).filter(({ resource }) => resource === gil);
  const turns: Turn[] = [];
  for (const { task: actor, step, forced } of trace.events) {
    const task = kept.find(({ from, to = Infinity }) => from <= step && step <= to)?.task ?? actor;
    const last = turns.at(-1);
    if (last?.task === task) turns[turns.length - 1] = { ...last, to: step };
    else turns.push({ task, from: step, to: step, forced });
  }
  return turns;
}

/**
 * Each stretch of work goes to the first core that is free. The trace does not say how many cores there are: those that nobody
 * used are not shown.
 */
function cores({ events }: Trace): readonly Holder[] {
  const rows: Turn[][] = [];
  for (const event of events) {
    if (event.verb !== 'work') continue;
    const turn = { task: event.task, from: event.step, to: workEnds(events, event), forced: false };
    const free = rows.find((row) => row.at(-1)!.to < turn.from);
    if (free) free.push(turn);
    else rows.push([turn]);
  }
  return rows.map((turns, index) => ({ name: rows.length === 1 ? 'core' : `core ${index + 1}`, turns }));
}

/** Work is over with the task's next own step; the setting of its alarm belongs to the work. */
function workEnds(events: readonly Event[], { task, step }: Event): number {
  const next = events.find((event) => event.step > step && event.task === task && event.verb !== 'busy');
  return next?.step ?? events.length;
}
