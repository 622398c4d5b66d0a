import type { History } from './history.ts';
import type { Node } from './node.ts';
import { StepSet } from './step-set.ts';

/**
 * The source sets of a path: which tasks have to be tried at a node so that every order that is worth running starts with one of them
 * (Abdulla, Aronsson, Jonsson and Sagonas, 2014).
 */
export class SourceSets {
  readonly #history: History;
  readonly #nodes: readonly Node[];
  /** Steps of the order looked for, so far. */
  readonly #without = new StepSet();
  readonly #obstacles = new StepSet();
  /** By task: the last reversal in which a step of it was met. */
  readonly #seen: number[] = [];
  #reversals = 0;

  constructor(history: History, nodes: readonly Node[]) {
    this.#history = history;
    this.#nodes = nodes;
  }

  /**
   * Sees to it that some order in which `by` comes to its operation without `first`, and without `second` after it if there is one, is tried:
   * one of the tasks that can be first in it is planned at the node before `first`. `whole` is all that the operation depends on.
   * False: there is no such order.
   */
  reverse(first: number, second: number | undefined, by: number, whole: StepSet): boolean {
    const { tasks, order, length } = this.#history;
    const node = this.#nodes[first] as Node;
    const without = this.#without.clear(length);
    const obstacles = this.#obstacles.clear(length);
    obstacles.add(first);
    if (second !== undefined) obstacles.add(second);
    const reversal = ++this.#reversals;
    let chosen: number | undefined;
    for (let k = first + 1; k < length; k++) {
      if (order.knowsAny(k, obstacles, first)) continue;
      const task = tasks[k] as number;
      if (this.#seen[task] !== reversal) {
        this.#see(task, reversal);
        if (!order.knowsAny(k, without, first)) {
          if (node.todo.includes(task)) return true;
          if (chosen === undefined && node.has(task)) chosen = task;
        }
      }
      without.add(k);
    }
    if (this.#seen[by] !== reversal && !whole.meets(without, first, length)) {
      if (node.todo.includes(by)) return true;
      if (node.has(by)) chosen = by;
    }
    if (chosen !== undefined) node.todo.push(chosen);
    return chosen !== undefined;
  }

  #see(task: number, reversal: number): void {
    while (this.#seen.length <= task) this.#seen.push(0);
    this.#seen[task] = reversal;
  }
}
