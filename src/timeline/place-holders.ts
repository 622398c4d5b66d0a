import type { Frame } from './frame.ts';
import { textWidth } from './frame.ts';
import type { Grid } from './grid.ts';
import type { HolderRow } from './scene.ts';
import { nameOf } from './wording.ts';

const BAR = 18;

/** A row for each thing that tasks take turns at: a box from the first step of a turn to its last, with the holder's name. */
export function placeHolders(grid: Grid, frame: Frame): readonly HolderRow[] {
  return grid.holders.map(({ holder, v, size }): HolderRow => {
    const middle = v + size / 2;
    const breadth = grid.axis === 'across' ? BAR : size - 8;
    return {
      name: frame.label(-10, middle, holder.name),
      from: frame.point(grid.edge(0), middle),
      to: frame.point(grid.edge(grid.columns.length), middle),
      turns: holder.turns.flatMap((turn) => {
        const [first, last] = [grid.columnOf(turn.from), grid.columnOf(turn.to)];
        const from = grid.columns[first]!.u + 1;
        const to = grid.columns[last]!.u + grid.columns[last]!.size - 1;
        const words = nameOf(grid.trace, turn.task);
        const room = grid.axis === 'across' ? to - from : breadth;
        const text = textWidth(words) + 6 <= room ? words : textWidth(words.slice(0, 1)) + 6 <= room ? words.slice(0, 1) : '';
        // A turn that lies within one fold with others has no place of its own.
        const folded = first === last && grid.stretches[first]!.from !== grid.stretches[first]!.to;
        if (folded) return [];
        return [
          {
            task: turn.task,
            fromStep: turn.from,
            toStep: turn.to,
            forced: turn.forced,
            rect: frame.rect(from, middle - breadth / 2, to - from, breadth),
            ...(text !== '' && { label: frame.label((from + to) / 2, middle, text) }),
          },
        ];
      }),
    };
  });
}
