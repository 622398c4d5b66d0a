/** A set of steps of a run, 32 to a word. Made once and used again: it grows, and never shrinks. */
export class StepSet {
  words = new Int32Array(8);

  /** Empties the set, and makes room for steps below `length`. */
  clear(length: number): this {
    const count = (length >>> 5) + 1;
    if (count > this.words.length) this.words = new Int32Array(2 * count);
    else for (let i = 0; i < count; i++) this.words[i] = 0;
    return this;
  }

  add(step: number): void {
    (this.words[step >>> 5] as number) |= 1 << (step & 31);
  }

  has(step: number): boolean {
    return ((this.words[step >>> 5] as number) & (1 << (step & 31))) !== 0;
  }

  /** Makes this set what `other` is, which has no steps from `length` on. */
  copy(other: StepSet, length: number): void {
    const count = (length >>> 5) + 1;
    if (count > this.words.length) this.words = new Int32Array(2 * count);
    for (let i = 0; i < count; i++) this.words[i] = other.words[i] as number;
  }

  /** Whether some step, none of them before `from` or from `length` on, is in both sets. */
  meets(other: StepSet, from: number, length: number): boolean {
    for (let i = from >>> 5; i <= length >>> 5; i++) if (((this.words[i] as number) & (other.words[i] as number)) !== 0) return true;
    return false;
  }
}
