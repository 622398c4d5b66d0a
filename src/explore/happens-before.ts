import type { StepSet } from './step-set.ts';

/**
 * Which steps of a run come before which: row `k` has a bit for each step that step `k` depends on, itself among them. Step `k` can only
 * depend on what came before it, so its row has no more bits than that, and 10,000 steps take six megabytes, however many tasks
 * there are. Vector clocks would say the same; but most runs have fewer steps than a word or two has bits.
 */
export class HappensBefore {
  #bits = new Int32Array(64);

  /** Whether `step` is `earlier`, or depends on it. */
  knows(step: number, earlier: number): boolean {
    return earlier <= step && ((this.#bits[rowOf(step) + (earlier >>> 5)] as number) & (1 << (earlier & 31))) !== 0;
  }

  /** Puts `step` and all that it depends on into `set`. */
  joinInto(set: StepSet, step: number): void {
    const row = rowOf(step);
    for (let i = 0; i <= step >>> 5; i++) (set.words[i] as number) |= this.#bits[row + i] as number;
  }

  /** Whether `step` is in `set`, which has nothing before `from`, or depends on something in it. */
  knowsAny(step: number, set: StepSet, from: number): boolean {
    const row = rowOf(step);
    for (let i = from >>> 5; i <= step >>> 5; i++) if (((this.#bits[row + i] as number) & (set.words[i] as number)) !== 0) return true;
    return false;
  }

  /** Notes that `step` depends on `past`. Whatever was known of the step is overwritten. */
  write(step: number, past: StepSet): void {
    const row = rowOf(step);
    const last = step >>> 5;
    if (row + last >= this.#bits.length) {
      const grown = new Int32Array(2 * (row + last + 1));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    for (let i = 0; i <= last; i++) this.#bits[row + i] = past.words[i] as number;
    (this.#bits[row + last] as number) |= 1 << (step & 31);
  }
}

/** Rows of as many words lie side by side, 32 of each length: before those of `w + 1` words lie 32 × (1 + … + w). */
function rowOf(step: number): number {
  const w = step >>> 5;
  return 16 * w * (w + 1) + (step & 31) * (w + 1);
}
