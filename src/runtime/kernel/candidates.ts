import { cutTo } from '#base';
import type { Candidate } from './strategy.ts';
import type { Task } from './task.ts';
import { Wake } from './time.ts';

/** Tasks that may still do something, and those of them that can go on. It is asked before every step, so it makes nothing anew. */
export class Candidates {
  /** In order of birth. */
  readonly #alive: Task[] = [];
  /** Good until it is asked again. */
  readonly #found: Candidate[] = [];
  readonly #patient: Candidate[] = [];

  add(task: Task): void {
    this.#alive.push(task);
  }

  /** Who can go on now. Patient timers, which would move the clock, can do so only when nothing else can. */
  find(isPatient: boolean): readonly Candidate[] {
    const alive = this.#alive;
    const found = this.#found;
    let left = 0;
    let count = 0;
    cutTo(this.#patient, 0);
    for (let i = 0; i < alive.length; i++) {
      const task = alive[i] as Task;
      if (task.isDone) continue;
      if (left < i) alive[left] = task;
      left++;
      const { operation } = task;
      if (!task.isReady) {
        task.ways = operation?.ways() ?? 0;
        if (task.ways === 0) continue;
        if (operation instanceof Wake && (operation.isLast || (isPatient && !operation.isDue))) {
          this.#patient.push(task);
          continue;
        }
      }
      if (count < found.length) found[count] = task;
      else found.push(task);
      count++;
    }
    cutTo(alive, left);
    cutTo(found, count);
    return count === 0 ? this.#patient : found;
  }
}
