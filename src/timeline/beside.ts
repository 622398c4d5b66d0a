import { commonStart, type Trace } from '#trace';
import { layout, type LayoutOptions } from './layout.ts';
import type { Scene } from './scene.ts';

/** Another order of the same program, drawn below the one that the figure is about. */
export interface Other {
  readonly trace: Trace;
  /** What sets it apart: "An order that ends well". */
  readonly label: string;
}

/** Fewer steps than this are drawn twice: a fold would say less than they do. */
const FEWEST_SHARED = 3;

/**
 * Two orders, one below the other, with the start that they have in common drawn once: below it, the second has a single
 * column that says so. It is as wide as the steps it stands for, so that both orders go on from the same place.
 */
export function layoutBeside(
  trace: Trace,
  other: Trace,
  options: LayoutOptions,
): { readonly first: Scene; readonly second: Scene; readonly common: number } {
  const common = commonStart(trace, other);
  const first = layout(trace, { ...options, partsAfter: common });
  const { axis, at, foldOver } = options;
  const last = first.columns.findLast((c) => c.to <= common)?.rect;
  const size = last === undefined || axis === 'down' ? 0 : last.x + last.w - first.columns[0]!.rect.x;
  const second = layout(other, {
    axis,
    // The step that is chosen above is the same step here, as far as the two go together.
    at: at !== undefined && at <= common ? at : undefined,
    partsAfter: common,
    ...(foldOver !== undefined && { foldOver }),
    ...(common >= FEWEST_SHARED && { shared: { steps: common, size } }),
  });
  const nameSize = Math.max(first.nameSize, second.nameSize);
  return { first: { ...first, nameSize }, second: { ...second, nameSize }, common };
}
