import { allStates, type TaskId, type TaskState, type Trace } from '#trace';
import type { Stretch } from './fold.ts';

/** A task in one state, from one place to another. Places are column indexes; `.5` is the middle of a column. */
export interface Span {
  readonly task: TaskId;
  readonly state: TaskState;
  readonly from: number;
  readonly to: number;
}

/** A task that is over, or never goes on: at which column edge that shows. */
export interface Ending {
  readonly task: TaskId;
  readonly state: TaskState;
  readonly at: number;
}

/**
 * What each task does between its own steps. A change that another task brings about falls into the middle of that
 * task's column, because that is where the arrow lands.
 */
export function spansOf(
  trace: Trace,
  stretches: readonly Stretch[],
): { readonly spans: readonly Span[]; readonly endings: readonly Ending[] } {
  const states = allStates(trace);
  const spans: Span[] = [];
  const endings: Ending[] = [];

  for (const { id: task } of trace.tasks) {
    const add = (state: TaskState | undefined, from: number, to: number): void => {
      if (!state || isOver(state)) return;
      const last = spans.at(-1);
      const meets = last?.task === task && last.to === from && sameState(last.state, state);
      if (meets) spans[spans.length - 1] = { ...last, to, state };
      else spans.push({ task, state, from, to });
    };
    stretches.forEach(({ from, to }, index) => {
      const before = states[from - 1]?.get(task);
      // What `settle` adds at the very end of a run is not something that happened in the last column.
      const after = to === trace.events.length ? (lastChange(trace, task, from, to) ?? before) : states[to]?.get(task);
      const acted = trace.events.slice(from - 1, to).some((e) => e.task === task);
      if (after && isOver(after) && !(before && isOver(before))) endings.push({ task, state: after, at: index + (acted ? 1 : 0.5) });
      if (acted) return;
      if (before && after && sameState(before, after)) add(before, index, index + 1);
      else {
        add(before, index, index + 0.5);
        add(after, index + 0.5, index + 1);
      }
    });
    const final = states[trace.events.length]?.get(task);
    if (final?.kind === 'stuck') {
      add(final, stretches.length, stretches.length + 1);
      endings.push({ task, state: final, at: stretches.length + 1 });
    } else if (final?.kind === 'failed' && !endings.some((e) => e.task === task)) {
      endings.push({ task, state: final, at: stretches.length });
    }
  }
  return { spans, endings };
}

const isOver = (state: TaskState): boolean => state.kind === 'returned' || state.kind === 'failed';

/** Blocked and stuck are one line: it only turns out later that nobody comes. */
function sameState(a: TaskState, b: TaskState): boolean {
  const kind = (s: TaskState): string => (s.kind === 'stuck' ? 'blocked' : s.kind);
  return kind(a) === kind(b);
}

function lastChange(trace: Trace, task: TaskId, from: number, to: number): TaskState | undefined {
  const events = trace.events.slice(from - 1, to);
  const born = events.find((e) => e.partner === task);
  const change = events.flatMap((e) => e.changes).findLast((c) => c.task === task)?.to;
  const ended = events.findLast((e) => e.task === task && e.verb === 'end');
  return change ?? (ended ? { kind: 'returned' } : born ? { kind: 'ready' } : undefined);
}
