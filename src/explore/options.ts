import { cutTo } from '#base';
import type { Candidate, Task } from '#kernel';

/** The names of the ways of what can be done in one way only. */
const ONE: readonly number[] = [0];

/**
 * Who can go at a point of a path, in order of birth, and the names of each one's ways.
 *
 * Points that follow each other differ little: where all who could go still can, and only younger tasks have come, the list is that of the
 * point before, and longer. So a program that starts 10,000 tasks one by one has one list, not 10,000.
 */
export class Options {
  /** Made for this point, and used again for another at the same depth. */
  readonly #own: number[] = [];
  /** Its own list, or that of a point before. What is in it beyond `count` is of points further on. */
  #tasks = this.#own;
  count = 0;
  readonly #keys: (readonly number[])[] = [];
  /** Whether somebody has another way than the only one. */
  hasWays = false;

  /** Makes these the options at the point after `before`. Points further on than that have been left for good. */
  fill(candidates: readonly Candidate[], before: Options | undefined): void {
    const shared = before !== undefined && before.#isStartOf(candidates) ? before.count : 0;
    this.#tasks = before !== undefined && shared > 0 ? before.#tasks : this.#own;
    cutTo(this.#tasks, shared);
    this.count = candidates.length;
    this.hasWays = false;
    for (let i = 0; i < candidates.length; i++) {
      const { task, ways } = candidates[i] as Candidate;
      if (i >= shared) this.#tasks.push(task.id);
      if (!this.hasWays && !task.isReady && keysOf(task, ways) !== ONE) this.hasWays = true;
    }
    if (!this.hasWays) return;
    cutTo(this.#keys, 0);
    for (const { task, ways } of candidates) this.#keys.push(keysOf(task, ways));
  }

  #isStartOf(candidates: readonly Candidate[]): boolean {
    if (this.count > candidates.length) return false;
    for (let i = 0; i < this.count; i++) if ((candidates[i] as Candidate).task.id !== this.#tasks[i]) return false;
    return true;
  }

  tasks(): number[] {
    return this.#tasks.slice(0, this.count);
  }

  taskAt(index: number): number {
    return this.#tasks[index] as number;
  }

  /** The names of the ways of the task at `index`. */
  keysAt(index: number): readonly number[] {
    return this.hasWays ? (this.#keys[index] as readonly number[]) : ONE;
  }

  /** Where `task` is; -1 if it cannot go. */
  indexOf(task: number): number {
    for (let i = 0; i < this.count; i++) if (this.#tasks[i] === task) return i;
    return -1;
  }

  /** Whether all of these can go among `candidates`, in the same ways. Both are in order of birth. */
  areAmong(candidates: readonly Candidate[]): boolean {
    let at = 0;
    for (let i = 0; i < this.count; i++) {
      while (at < candidates.length && (candidates[at] as Candidate).task.id < this.taskAt(i)) at++;
      const candidate = candidates[at];
      if (candidate === undefined || candidate.task.id !== this.taskAt(i) || !isSame(keysOf(candidate.task, candidate.ways), this.keysAt(i))) return false;
    }
    return true;
  }
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => a === b || (a.length === b.length && a.every((key, i) => key === b[i]));

function keysOf({ isReady, operation }: Task, ways: number): readonly number[] {
  if (isReady || operation === undefined) return ONE;
  if (ways === 1 && operation.wayKey(0) === 0) return ONE;
  const keys: number[] = [];
  for (let way = 0; way < ways; way++) keys.push(operation.wayKey(way));
  return keys;
}
