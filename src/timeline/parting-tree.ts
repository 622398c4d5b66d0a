import { commonStart, eventAt, shorten, taskName, type Trace } from '#trace';
import { timeline } from '#words';
import { textWidth } from './frame.ts';
import type { Label, Point } from './scene.ts';

const { parting: words } = timeline;

/** One order in the tree of orders: it leaves the order of row `parent` at `step`, where `goes` goes instead. */
export interface TreeRow {
  /** Its place in the list that the tree was made from. */
  readonly index: number;
  readonly parent: number | undefined;
  readonly step: number;
  readonly goes: string;
}

/**
 * Where several orders of one program part. The first is the trunk; each other one leaves, at the step at which it first
 * differs, that order before it in the list with which it has most in common.
 */
export function partingTree(traces: readonly Trace[]): readonly TreeRow[] {
  const rows = traces.map((trace, index): TreeRow => {
    let parent: number | undefined;
    let steps = 0;
    traces.slice(0, index).forEach((before, i) => {
      const common = commonStart(before, trace);
      if (parent !== undefined && common <= steps) return;
      parent = i;
      steps = common;
    });
    const event = eventAt(trace, steps + 1);
    return { index, parent, step: parent === undefined ? 0 : steps + 1, goes: event ? taskName(trace, event.task) : words.nobody };
  });
  // Below its parent, those that leave late first: so lines do not cross.
  const under = (parent: number | undefined): readonly TreeRow[] =>
    rows
      .filter((row) => row.parent === parent)
      .sort((a, b) => b.step - a.step || a.index - b.index)
      .flatMap((row) => [row, ...under(row.index)]);
  return under(undefined);
}

export interface TreeScene {
  readonly width: number;
  readonly height: number;
  /** One line for each row, from where it leaves its parent to the right edge. */
  readonly lines: readonly { readonly index: number; readonly path: string; readonly end: Point; readonly label?: Label }[];
  /** The steps at which orders part. */
  readonly steps: readonly Label[];
}

/** Height of a row; the page puts what each order leads to beside it. */
export const TREE_ROW = 32;
const HEAD = 24;

export function layoutTree(rows: readonly TreeRow[]): TreeScene {
  const steps = [...new Set(rows.map((row) => row.step).filter((step) => step > 0))].sort((a, b) => a - b);
  const size = Math.max(72, ...rows.map((row) => textWidth(shortName(row)) + 36));
  const at = (step: number): number => (step === 0 ? 12 : 44 + steps.indexOf(step) * size);
  const width = 44 + steps.length * size;
  const y = (index: number): number => HEAD + rows.findIndex((row) => row.index === index) * TREE_ROW + TREE_ROW / 2;
  const lines = rows.map((row) => {
    const [x, own] = [at(row.step), y(row.index)];
    const path = row.parent === undefined ? `M${x} ${own}H${width - 8}` : `M${x} ${y(row.parent)}V${own - 8}q0 8 8 8H${width - 8}`;
    const label: Label = { x: x + 14, y: own - 9, text: shortName(row), anchor: 'start' };
    return { index: row.index, path, end: { x: width - 8, y: own }, ...(row.parent !== undefined && { label }) };
  });
  return {
    width,
    height: HEAD + rows.length * TREE_ROW,
    lines,
    steps: steps.map((step) => ({ x: at(step), y: HEAD / 2, text: String(step), anchor: 'middle' })),
  };
}

const shortName = ({ goes }: TreeRow): string => shorten(goes, 12);

/** "at step 5, b goes". */
export const partsWords = ({ parent, step, goes }: TreeRow): string =>
  parent === undefined ? words.first : words.goes(step, goes);
