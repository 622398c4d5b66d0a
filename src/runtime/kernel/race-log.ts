import type { Access } from './access.ts';
import type { Pos } from './lowered.ts';
import { RaceDetector, WHOLE_READ, WHOLE_WRITE, type MemoryRace } from './memory.ts';
import type { Shared } from './shared.ts';
import type { Task } from './task.ts';

/** The data races of one run, each pair of places once. */
export class RaceLog {
  readonly races: MemoryRace[] = [];
  readonly #detector = new RaceDetector();
  readonly #keys = new Set<string>();

  /** Notes an access. Calls `found` with the event of each earlier access that races with it. */
  access(resource: Shared, kind: Access, task: Task, pos: Pos, event: number, found: (first: number) => void): void {
    for (const race of this.#detector.access(resource, kind, task, pos, event)) {
      // Methods of a container are atomic under the GIL: two threads may both append.
      if ((kind === WHOLE_READ || kind === WHOLE_WRITE) && areUnderGil(race.first.task, task)) continue;
      found(race.first.event);
      const key = `${resource.kind === 'object' ? '' : resource.name} ${race.first.pos} ${race.second.pos}`;
      if (this.#keys.has(key)) continue;
      this.#keys.add(key);
      this.races.push(race);
    }
  }
}

/** Threads, the main program that started them, and what either calls without waiting: not goroutines. */
const areUnderGil = (a: Task, b: Task): boolean => (a.isThreaded || b.isThreaded) && isPython(a) && isPython(b);

const isPython = (task: Task): boolean => task.isThreaded || task.options.kind === 'main' || task.options.kind === 'async';
