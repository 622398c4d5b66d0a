import { eventAt, shorten } from '#trace';
import type { Frame } from './frame.ts';
import { overlap, textWidth } from './frame.ts';
import type { Grid } from './grid.ts';
import type { Bar, Cap, Post, Rect, Tag, Wait } from './scene.ts';
import type { Span } from './spans.ts';
import { failure, isSaid, NEVER, wordings } from './wording.ts';

/** The filled bars: one per step, in the lane of the task that acts. Folds get a thin bar for each task that acted. */
export function placeRuns(grid: Grid, frame: Frame): readonly Bar[] {
  const { trace } = grid;
  return grid.stretches.flatMap((stretch, index): Bar[] => {
    const { u, size } = grid.columns[index]!;
    if (stretch.from !== stretch.to) {
      const tasks = new Set(trace.events.slice(stretch.from - 1, stretch.to).map((e) => e.task));
      return [...tasks].map((task) => ({ kind: 'folded', task, rect: frame.rect(u + 2, grid.centre(task) - 3, size - 4, 6) }));
    }
    const event = eventAt(trace, stretch.from)!;
    const { v, bar } = grid.lane(event.task);
    const { u: start, size: length } = grid.barOf(index);
    return [
      {
        kind: 'run',
        task: event.task,
        step: event.step,
        rect: frame.rect(start, v, length, bar),
        label: frame.label(start + length / 2, v + bar / 2, grid.labelOf(event)),
        ...(event.races.length > 0 && { raced: true }),
        ...(grid.aside.has(event.step) && { aside: true }),
      },
    ];
  });
}

/** What lies between a task's own steps: hollow bars while it could go, lines while it cannot. `taken`: where other words stand. */
export function placeSpans(
  grid: Grid,
  frame: Frame,
  taken: readonly Rect[],
): { bars: readonly Bar[]; waits: readonly Wait[]; posts: readonly Post[] } {
  const bars: Bar[] = [];
  const waits: Wait[] = [];
  const posts: Post[] = [];
  const { readyBar } = grid.metrics;

  for (const span of grid.spans) {
    const { task, state } = span;
    const v = grid.centre(task);
    const from = grid.spanEdge(span.from, task, 'from') + (span.from % 1 ? (state.kind === 'ready' ? -6 : 0) : 3);
    const to = grid.spanEdge(span.to, task, 'to') - (span.to % 1 ? 6 : 3);
    if (to - from < 4) continue;
    switch (state.kind) {
      case 'ready':
        bars.push({ kind: 'ready', task, rect: frame.rect(from, v - readyBar / 2, to - from, readyBar) });
        break;
      case 'working':
        bars.push({ kind: 'working', task, rect: frame.rect(from, v - readyBar / 2, to - from, readyBar) });
        break;
      case 'blocked':
      case 'sleeping':
      case 'stuck': {
        const label = waitLabel(grid, frame, span, from, to, taken);
        const end = state.kind === 'stuck' ? to - 14 : to;
        waits.push({ kind: state.kind, task, from: frame.point(from, v), to: frame.point(end, v), ...(label && { label }) });
        if (state.kind !== 'sleeping') posts.push({ task, from: frame.point(from, v - 8), to: frame.point(from, v + 8) });
        if (state.kind === 'blocked') posts.push({ task, from: frame.point(to, v - 8), to: frame.point(to, v + 8) });
        break;
      }
      case 'returned':
      case 'failed':
        break;
      default:
        state satisfies never;
    }
  }
  return { bars: [...bars, ...placePauses(grid, frame)], waits, posts };
}

/** Between two steps that a task takes one after the other: where a column is wider than its bar, the task could go there as well. */
function placePauses(grid: Grid, frame: Frame): readonly Bar[] {
  const { readyBar } = grid.metrics;
  return grid.trace.events.flatMap((event): Bar[] => {
    const column = grid.columnOf(event.step);
    const next = eventAt(grid.trace, event.step + 1);
    if (
      next?.task !== event.task ||
      grid.columnOf(next.step) !== column + 1 ||
      event.changes.some((c) => c.task === event.task && c.to.kind !== 'ready')
    )
      return [];
    const [a, b] = [grid.barOf(column), grid.barOf(column + 1)];
    const [from, to] = [a.u + a.size + 3, b.u - 3];
    return to - from < 12
      ? []
      : [{ kind: 'pause', task: event.task, rect: frame.rect(from, grid.centre(event.task) - readyBar / 2, to - from, readyBar) }];
  });
}

/** The longest wording that fits; the bar before the line has said the operation already, so none is no loss. */
function waitLabel(grid: Grid, frame: Frame, span: Span, from: number, to: number, taken: readonly Rect[]): Tag | undefined {
  const v = grid.centre(span.task);
  const room =
    (grid.axis === 'across' ? to - from - (span.state.kind === 'stuck' ? textWidth(NEVER) + 24 : 0) : grid.lane(span.task).bar + 14) - 8;
  const text = wordings(span.state, grid.trace, isSaid(span, grid.stretches, grid.trace)).find((words) => textWidth(words) + 8 <= room);
  if (!text) return undefined;
  if (grid.axis === 'across') return frame.tag(from + 8, v, text, 'start');
  // Next to the tag of a race, in the room that its row has made, there is none; a little later there is.
  const places = [from + 16, from + 16 + grid.metrics.raceRoom].filter((u) => to - u >= (span.state.kind === 'stuck' ? 58 : 10));
  return places.map((u) => frame.tag(u, v, text)).find(({ box }) => !taken.some((other) => overlap(box, other)));
}

/** How each lane ends. */
export function placeCaps(grid: Grid, frame: Frame): readonly Cap[] {
  return grid.endings.map(({ task, state, at }): Cap => {
    const v = grid.centre(task);
    const u = grid.spanEdge(at, task, 'from');
    switch (state.kind) {
      case 'failed': {
        const words = failure(state.message);
        const label =
          grid.axis === 'across'
            ? frame.tag(u + 22, v, words, 'start')
            : frame.tag(u + 34, v, shorten(words, Math.floor(grid.lane(task).bar / 8) + 2));
        return { kind: 'failed', task, ...frame.point(u + 12, v), label };
      }
      case 'stuck': {
        const label =
          grid.axis === 'across'
            ? frame.tag(u - 37 - textWidth(NEVER), v, NEVER, 'start')
            : frame.tag(u - 42, v, shorten(NEVER, Math.floor(grid.lane(task).bar / 8) + 3));
        return { kind: 'stuck', task, ...frame.point(u - 14, v), label };
      }
      default:
        return { kind: 'returned', task, ...frame.point(u + 8, v) };
    }
  });
}
