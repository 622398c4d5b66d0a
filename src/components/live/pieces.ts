/** A solution in pieces, for a reader who wants no more of it than is needed. */

export interface Pieces {
  /** What the reader has already: the lines at the start in which the solution is as the program that they began with. */
  readonly given: string;
  /** The rest, word by word, with the space before each. */
  readonly pieces: readonly string[];
}

const PIECE = /\s*(?:\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$])/gu;

export function piecesOf(solution: string, starter: string): Pieces {
  const lines = solution.trimEnd().split('\n');
  const begun = starter.split('\n');
  const first = lines.findIndex((line, index) => line !== begun[index]);
  const given = lines.slice(0, first === -1 ? lines.length : first).join('\n');
  return { given, pieces: solution.trimEnd().slice(given.length).match(PIECE) ?? [] };
}

/** How many pieces to show to come from `shown` to the end of a line. */
export function toLineEnd({ pieces }: Pieces, shown: number): number {
  const next = pieces.findIndex((piece, index) => index > shown && piece.includes('\n'));
  return next === -1 ? pieces.length : next;
}
