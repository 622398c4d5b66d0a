import type { Clock, History } from './history.ts';
import { hasOption, isAsleep, type Effect, type Node } from './node.ts';
import { insert, isPlanned, plan, type Planned } from './wakeup-tree.ts';

/** Steps, and one of `by` that could also come without them. */
interface Reversal {
  /** The earliest first. */
  readonly without: readonly number[];
  readonly by: number;
  /** All that the step of `by` depends on. */
  readonly clock: Clock;
  /** What the step did, if it was done. */
  readonly effect: Effect | undefined;
}

/**
 * The pairs of steps of one run that are to come the other way round. They are collected while it goes on, and planned at its end: what
 * else could happen without the first of a pair is part of the order that is to be tried.
 */
export class Reversals {
  readonly #history: History;
  readonly #path: readonly Node[];
  /** With a bound on forced switches, what was seen from one point says little about another. */
  readonly #isBounded: boolean;
  readonly #found: Reversal[] = [];

  constructor(history: History, path: readonly Node[], isBounded: boolean) {
    this.#history = history;
    this.#path = path;
    this.#isBounded = isBounded;
  }

  /** Notes that `by` could come to its step without any of the steps `without`, the earliest first. False: there is no such order. */
  add(without: readonly number[], by: number, clock: Clock, effect?: Effect): boolean {
    const history = this.#history;
    const node = this.#path[without[0] as number] as Node;
    const sequence: number[] = [];
    const seen: number[] = [];
    let first: number | undefined;
    for (let step = (without[0] as number) + 1; step < history.length; step++) {
      const known = history.clocks[step] as Clock;
      if (history.knowsAny(known, without)) continue;
      const task = history.tasks[step] as number;
      if (!seen.includes(task)) {
        seen.push(task);
        if (hasOption(node, task) && !history.knowsAny(known, sequence)) {
          if (this.#isCovered(node, task, (this.#path[step] as Node).key)) return true;
          first ??= task;
        }
      }
      sequence.push(step);
    }
    if (!seen.includes(by) && hasOption(node, by) && !history.knowsAny(clock, sequence)) {
      if (effect !== undefined && this.#isCovered(node, by, effect.key)) return true;
      first ??= by;
    }
    if (first === undefined) return false;
    if (this.#isBounded) plan(node, first);
    else this.#found.push({ without, by, clock, effect });
    return true;
  }

  /** Plans all that was noted. `isMaximal`: the run went on until nothing could go any more. */
  plan(isMaximal: boolean): void {
    for (const reversal of this.#found) insert(this.#path[reversal.without[0] as number] as Node, this.#sequence(reversal), this.#history, isMaximal);
    this.#found.length = 0;
  }

  /** All that happened without the steps that are left out, and then the one that is to come without them. */
  #sequence({ without, by, clock, effect }: Reversal): Planned[] {
    const history = this.#history;
    const sequence: Planned[] = [];
    for (let step = (without[0] as number) + 1; step < history.length; step++) {
      const known = history.clocks[step] as Clock;
      if (history.knowsAny(known, without)) continue;
      const { key, effect: done } = this.#path[step] as Node;
      sequence.push({ task: history.tasks[step] as number, key, effect: done, step, clock: known });
    }
    sequence.push({ task: by, key: effect?.key, effect, step: undefined, clock });
    return sequence;
  }

  /** Every order from `node` that begins with this step has been seen, or is to be tried. */
  #isCovered(node: Node, task: number, key: number): boolean {
    return !this.#isBounded && (isAsleep(node.sleep, task, key) || isAsleep(node.done, task, key) || isPlanned(node, task, key));
  }
}
