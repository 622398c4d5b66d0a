import type { Access } from './access.ts';
import type { Knowledge } from './knowledge.ts';
import type { Pos } from './lowered.ts';
import { WHOLE_READ, WHOLE_WRITE, type MemoryRace } from './memory.ts';
import { PlacePairs } from './place-pairs.ts';
import type { Shared } from './shared.ts';
import type { Task } from './task.ts';

/** An access that later ones are compared with. */
interface Seen {
  readonly task: Task;
  readonly epoch: number;
  readonly pos: Pos;
  readonly kind: 'read' | 'write';
  readonly access: Access;
  readonly event: number;
}

/**
 * The data races of a run, each pair of places once: two accesses of one place by different tasks, at least one a write, neither of which
 * happens before the other by synchronisation. Keeps the last access of each task and kind per place, and compares epochs (FastTrack's
 * idea: Flanagan and Freund, 2009). It can be cut back to any step.
 */
export class RaceLog {
  readonly races: MemoryRace[] = [];
  readonly #knowledge: Knowledge;
  /** By resource. */
  readonly #seen: (Seen[] | undefined)[] = [];
  /** By race: the step in which it was found, and the number of its pair. */
  readonly #foundIn: number[] = [];
  readonly #pairs: number[] = [];
  readonly #numbers = new PlacePairs();
  /** By number of a pair. */
  readonly #isFound: boolean[] = [];
  /** How to take back each access, one entry in each list, of which so many are in use. */
  #count = 0;
  readonly #noted: number[] = [];
  readonly #notedIn: Seen[][] = [];
  readonly #notedAt: number[] = [];
  readonly #before: (Seen | undefined)[] = [];

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Notes an access. Calls `found` with the event of each earlier access that races with it. */
  access(step: number, resource: Shared, access: Access, task: Task, pos: Pos, event: number, found: ((first: number, second: number) => void) | undefined): void {
    const seen = this.#seenOf(resource);
    const kind = access.memory ?? 'read';
    let own = -1;
    for (let i = 0; i < seen.length; i++) {
      const before = seen[i] as Seen;
      if (before.task.id === task.id) {
        if (before.access === access) own = i;
        continue;
      }
      const conflict = (access.after & before.access.bit) !== 0 || (before.access.after & access.bit) !== 0;
      if (!conflict || this.#knowledge.knows(task.id, before.task.id, before.epoch)) continue;
      // Methods of a container are atomic under the GIL: two threads may both append.
      if ((access === WHOLE_READ || access === WHOLE_WRITE) && areUnderGil(before.task, task)) continue;
      found?.(before.event, event);
      if (this.#isNew(step, resource, before.pos, pos)) this.races.push({ resource, first: before, second: { task, pos, kind } });
    }
    const now: Seen = { task, epoch: this.#knowledge.epochOf(task.id), pos, kind, access, event };
    if (own === -1) own = seen.length;
    const count = this.#count++;
    this.#noted[count] = step;
    this.#notedIn[count] = seen;
    this.#notedAt[count] = own;
    this.#before[count] = own < seen.length ? seen[own] : undefined;
    seen[own] = now;
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    while (this.#count > 0 && (this.#noted[this.#count - 1] as number) >= length) {
      const count = --this.#count;
      const seen = this.#notedIn[count] as Seen[];
      const at = this.#notedAt[count] as number;
      const before = this.#before[count];
      if (before === undefined) seen.pop();
      else seen[at] = before;
    }
    while (this.races.length > 0 && (this.#foundIn[this.races.length - 1] as number) >= length) {
      this.races.pop();
      this.#foundIn.pop();
      this.#isFound[this.#pairs.pop() as number] = false;
    }
  }

  #seenOf({ id }: Shared): Seen[] {
    while (this.#seen.length <= id) this.#seen.push(undefined);
    return (this.#seen[id] ??= []);
  }

  /** Notes the pair, if this run has not shown it yet. */
  #isNew(step: number, resource: Shared, first: Pos, second: Pos): boolean {
    const pair = this.#numbers.numberOf(resource.kind === 'object' ? '' : resource.steadyName, first, second);
    while (this.#isFound.length <= pair) this.#isFound.push(false);
    if (this.#isFound[pair]) return false;
    this.#isFound[pair] = true;
    this.#pairs.push(pair);
    this.#foundIn.push(step);
    return true;
  }
}

/** Threads, the main program that started them, and what either calls without waiting: not goroutines. */
const areUnderGil = (a: Task, b: Task): boolean => (a.isThreaded || b.isThreaded) && isPython(a) && isPython(b);

const isPython = (task: Task): boolean => task.isThreaded || task.options.kind === 'main' || task.options.kind === 'async';
