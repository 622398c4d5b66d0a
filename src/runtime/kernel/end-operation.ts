import { AWAIT, LAST, type Access } from './access.ts';
import { Operation, type TaskRef } from './operation.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';
import { knowEndOf, type Task } from './task.ts';

/** The end of `main`: waits for the threads that keep the program alive. */
export class EndOperation extends Operation<void> {
  readonly verb = 'end';
  readonly reason = 'end of the program';
  readonly resource = undefined;
  readonly #run: Run;
  /** No task before this one is waited for any more: it is asked before every step, and there may be thousands of tasks. */
  #first = 0;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  missing(): Task[] {
    return this.#run.tasks.filter(isMissing);
  }

  ways(): number {
    const { tasks } = this.#run;
    for (; this.#first < tasks.length; this.#first++) if (isMissing(tasks[this.#first] as Task)) return 0;
    return 1;
  }

  perform(): void {
    // It is main's last step: what main knows of the others from here on is of interest to who reads the trace, and to no race.
    const { recorder } = this.#run;
    for (const task of this.#run.tasks) {
      if (!task.options.keepsAlive) continue;
      if (recorder === undefined) this.#run.touch(task.ended, AWAIT);
      else knowEndOf(task, this.#run);
    }
    this.#run.touch(this.#run.outputShared, LAST);
    this.#run.mainEnds();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.#run.outputShared, LAST);
  }

  override waitsFor(): TaskRef | undefined {
    const missing = this.missing();
    return missing.length === 1 ? missing[0] : undefined;
  }
}

const isMissing = (task: Task): boolean => task.options.keepsAlive && !task.isDone;
