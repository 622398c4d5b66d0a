import { kernel, type Body, type TaskHandle } from '#kernel';
import type { ThreadPoolExecutor } from './executor.ts';

/** The pools of a run. */
class Pools {
  readonly #all: { readonly pool: ThreadPoolExecutor<any>; readonly workers: readonly TaskHandle[] }[] = [];
  #unnamed = 0;

  /** Takes a pool in, and says what the names of its threads begin with. */
  add(pool: ThreadPoolExecutor<any>, prefix: string | undefined, workers: readonly TaskHandle[]): string {
    if (this.#all.length === 0) kernel().atEnd(() => this.#end());
    this.#all.push({ pool, workers });
    return prefix ?? `ThreadPoolExecutor-${this.#unnamed++}`;
  }

  /** As in CPython, before other threads are waited for: every pool does what it has, and ends. */
  *#end(): Body<void> {
    for (const { pool } of this.#all) yield* pool.close();
    for (const { workers } of this.#all) for (const worker of workers) yield worker.join();
  }
}

const OWN: unique symbol = Symbol('pools');

export const pools = (): Pools => kernel().own(OWN, () => new Pools());
