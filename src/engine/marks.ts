import type { Pos } from '#kernel';

/** So many marks are told one by one. */
const EACH = 256;

/**
 * Tells how far a program with marks has come. Its marks are counted, over all of its runs; from number `from` on, the first ones are told one by one,
 * and then the more rarely the further it comes: of a thousand million some four thousand, and no gap is longer than a 256th of the way. `next` is the
 * number of the next one that is told. Who begins again at the last one told knows more exactly where the end is, and in a few rounds exactly.
 */
export function markTeller(from: number, tell: (mark: number, next: number, pos: Pos) => void): (pos: Pos) => void {
  let passed = 0;
  let next = from;
  return (pos) => {
    const mark = passed++;
    if (mark < next) return;
    next = mark + Math.max(1, Math.floor((mark - from) / EACH));
    tell(mark, next, pos);
  };
}
