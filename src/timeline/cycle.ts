import { taskName, waitWords, type TaskId, type Trace, type Waiting } from '#trace';
import { textWidth } from './frame.ts';
import type { Axis, Label, Rect, Tag } from './scene.ts';
import { nameOf } from './wording.ts';

/** A deadlock in which everybody waits for the next: who waits for whom, drawn as the circle that it is. */
export interface CycleScene {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly { readonly task: TaskId; readonly rect: Rect; readonly label: Label }[];
  /** From who waits to who holds; the last leads back to the first. */
  readonly arrows: readonly {
    readonly from: TaskId;
    readonly to: TaskId;
    readonly path: string;
    readonly head: string;
    readonly label: Tag;
  }[];
}

/** The tasks of the circle, each waiting for something that the next one holds. Empty if there is none. */
export function waitCycle(trace: Trace): readonly Waiting[] {
  if (trace.end.kind !== 'deadlock') return [];
  const { waiting, cycle } = trace.end;
  const byTask = new Map(waiting.map((w) => [w.task, w]));
  // Whoever waits for a lock that is their own is a circle of one.
  const first = byTask.get(cycle[0] ?? waiting.find((w) => w.heldBy === w.task)?.task ?? -1);
  const circle: Waiting[] = [];
  for (let at = first; at && !circle.includes(at); at = at.heldBy === undefined ? undefined : byTask.get(at.heldBy)) circle.push(at);
  return circle.at(-1)?.heldBy === first?.task ? circle : [];
}

/** "left waits to lock b, which right holds; right waits to lock a, which left holds." */
export function cycleSentence(trace: Trace): string | undefined {
  const circle = waitCycle(trace);
  if (circle.length === 0) return undefined;
  const parts = circle.map(({ task, reason, resource, heldBy = task, behind }) => {
    const holder = heldBy === task ? 'which it holds itself' : behind ? `which ${taskName(trace, heldBy)} waits for already` : `which ${taskName(trace, heldBy)} holds`;
    return `${taskName(trace, task)} waits to ${waitWords(reason, resource, trace)}, ${holder}`;
  });
  return `${parts.join('; ')}.`;
}

const BOX = 28;
const MARGIN = 8;
const HEAD = 8;
/** Room for the way back. */
const BACK = 36;

export function layoutCycle(trace: Trace, axis: Axis): CycleScene | undefined {
  const circle = waitCycle(trace);
  if (circle.length === 0) return undefined;
  const words = circle.map(({ reason, resource }) => waitWords(reason, resource, trace));
  return axis === 'across' ? inRow(trace, circle, words) : inColumn(trace, circle, words);
}

/** In a row, with the way back below. */
function inRow(trace: Trace, circle: readonly Waiting[], words: readonly string[]): CycleScene {
  let x = MARGIN;
  const boxes = circle.map(({ task }, index) => {
    // A circle of one goes round by itself, under its own box.
    const w = Math.max(textWidth(nameOf(trace, task)) + 24, circle.length === 1 ? textWidth(words[0]!) + 44 : 0);
    const box = boxAt(trace, task, { x, y: MARGIN, w, h: BOX });
    x += w + (index < circle.length - 1 ? textWidth(words[index]!) + 56 : 0);
    return box;
  });
  const back = textWidth(words.at(-1)!) + 8;
  // A circle of one needs room for its own loop.
  const width = Math.max(x, back + 4 * MARGIN) + MARGIN;
  const middle = MARGIN + BOX / 2;
  const arrows = circle.map(({ task, heldBy = task }, index) => {
    const { rect: a } = boxes[index]!;
    const next = boxes[index + 1]?.rect;
    if (next) {
      const [from, to] = [a.x + a.w, next.x];
      return arrow(task, heldBy, `M${from} ${middle}H${to - HEAD}`, to, middle, 'right', tagAt((from + to) / 2, middle, words[index]!));
    }
    const first = boxes[0]!.rect;
    const bottom = MARGIN + BOX;
    const [from, to] = circle.length === 1 ? [first.x + first.w - 10, first.x + 10] : [a.x + a.w / 2, first.x + first.w / 2];
    const path = `M${from} ${bottom}v${BACK - 8}q0 8 -8 8H${to + 8}q-8 0 -8 -8V${bottom + HEAD}`;
    const label = tagAt(Math.max((from + to) / 2, back / 2 + MARGIN), bottom + BACK, words[index]!);
    return arrow(task, heldBy, path, to, bottom, 'up', label);
  });
  return { width, height: MARGIN + BOX + BACK + 14, boxes, arrows };
}

/** In a column, with the way back on the left. */
function inColumn(trace: Trace, circle: readonly Waiting[], words: readonly string[]): CycleScene {
  const left = MARGIN + BACK;
  const step = BOX + 46;
  const w = Math.max(...circle.map(({ task }) => textWidth(nameOf(trace, task)) + 24));
  const boxes = circle.map(({ task }, index) => boxAt(trace, task, { x: left, y: MARGIN + index * step, w, h: BOX }));
  const x = left + 24;
  const arrows = circle.map(({ task, heldBy = task }, index) => {
    const top = MARGIN + index * step + BOX;
    const label = tagAt(x + textWidth(words[index]!) / 2 + 12, top + 23, words[index]!);
    if (index < circle.length - 1) return arrow(task, heldBy, `M${x} ${top}V${top + 46 - HEAD}`, x, top + 46, 'down', label);
    const middle = MARGIN + BOX / 2;
    return arrow(
      task,
      heldBy,
      `M${x} ${top}v15q0 8 -8 8H${MARGIN + 12}q-8 0 -8 -8V${middle + 8}q0 -8 8 -8H${left - HEAD}`,
      left,
      middle,
      'right',
      label,
    );
  });
  const widest = Math.max(w, ...words.map((text) => textWidth(text) + 44));
  return { width: left + widest + MARGIN, height: MARGIN + circle.length * step - 8, boxes, arrows };
}

const boxAt = (trace: Trace, task: TaskId, rect: Rect): CycleScene['boxes'][number] => ({
  task,
  rect,
  label: { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2, text: nameOf(trace, task), anchor: 'middle' },
});

function tagAt(x: number, y: number, text: string): Tag {
  const w = textWidth(text) + 8;
  return { x, y, text, anchor: 'middle', box: { x: x - w / 2, y: y - 9, w, h: 18 } };
}

function arrow(
  from: TaskId,
  to: TaskId,
  path: string,
  x: number,
  y: number,
  towards: 'right' | 'up' | 'down',
  label: Tag,
): CycleScene['arrows'][number] {
  const heads = { right: `l${-HEAD} -4v8z`, up: `l-4 ${HEAD}h8z`, down: `l-4 ${-HEAD}h8z` };
  return { from, to, path, head: `M${x} ${y}${heads[towards]}`, label };
}
