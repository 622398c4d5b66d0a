import type { Access } from './access.ts';
import type { Footprint } from './footprint.ts';
import { Knowledge } from './knowledge.ts';
import type { MemoryRace } from './memory.ts';
import { RaceLog } from './race-log.ts';
import type { Shared } from './shared.ts';
import type { Stamp } from './kernel.ts';
import type { Task } from './task.ts';

/**
 * Watches a run step by step, and tells the data races. It never changes what the run does. Runs that share their beginning can share a
 * witness: it is cut back to where they part.
 */
export class Witness {
  readonly #knowledge = new Knowledge();
  readonly #log = new RaceLog(this.#knowledge);

  get races(): readonly MemoryRace[] {
    return this.#log.races;
  }

  /** Takes in step number `step`. `found` is called with the events of two accesses that race. */
  step(step: number, footprint: Footprint, found?: (first: number, second: number) => void): void {
    const { notes, noteCount } = footprint;
    let next = 0;
    for (let i = 0; i <= footprint.count; i++) {
      for (; next < noteCount && notes[next]?.after === i; next++) {
        const { kind, task, stamp, child } = notes[next] as Footprint['notes'][number];
        if (kind === 'release') this.#knowledge.release(step, task.id);
        else if (kind === 'birth') this.#knowledge.birth(step, task.id, (child as Task).id);
        else this.#knowledge.acquire(step, task.id, stamp as Stamp);
      }
      if (i === footprint.count) break;
      const access = footprint.accesses[i] as Access;
      if (access.memory !== undefined) this.#log.access(step, footprint.resources[i] as Shared, access, footprint.tasks[i] as Task, footprint.places[i] as number, footprint.events[i] as number, found);
    }
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    this.#log.cut(length);
    this.#knowledge.cut(length);
  }
}
