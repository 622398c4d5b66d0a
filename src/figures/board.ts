/** What a figure that is stepped through shows at one step: groups of lines of cells, and a sentence. Plain data, drawn by the site. */
export interface Board {
  /** What has just happened. */
  readonly say: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly label: string;
  readonly cells: readonly Cell[];
  /** Said instead of cells when there are none. */
  readonly empty?: string;
  /** How much of the figure's width the line takes, if its cells are drawn to scale. */
  readonly width?: number;
}

export interface Cell {
  readonly text: string;
  readonly tone: 'go' | 'ready' | 'wait' | 'free';
  /** Its share of the line, if the line is drawn to scale. */
  readonly share?: number;
  /** It was not in this line a step ago. */
  readonly moved?: boolean;
}

/** Marks each cell that was not in the line of the same name one step before. */
export function markMoved(boards: readonly Board[]): Board[] {
  return boards.map((board, step) => {
    const before = boards[step - 1];
    if (before === undefined) return board;
    const were = new Set(
      before.groups.flatMap((group) => group.lines.flatMap((line) => line.cells.map((cell) => keyOf(group, line, cell)))),
    );
    return {
      ...board,
      groups: board.groups.map((group) => ({
        ...group,
        lines: group.lines.map((line) => ({
          ...line,
          cells: line.cells.map((cell) => (were.has(keyOf(group, line, cell)) ? cell : { ...cell, moved: true })),
        })),
      })),
    };
  });
}

/** A group's title may say more than its name ("P0 on M1"), so its first word stands for it. */
const keyOf = (group: Group, line: Line, cell: Cell): string => [group.title.split(' ')[0], line.label, cell.text].join('/');
