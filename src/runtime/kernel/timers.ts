import { NOW, SETTLE } from './access.ts';
import type { Steps } from './lowered.ts';
import type { Operation } from './operation.ts';
import type { Run } from './run.ts';
import type { Task } from './task.ts';
import type { Wake } from './time.ts';

/** Makes `task` a timer that calls `fire` after `ms`, once or at every `ms` again. `wait` parks the task. */
export function startTimer(run: Run, task: Task, ms: number, fire: () => void, every: boolean, wait: (operation: Operation<unknown>) => void): { cancel(): boolean } {
  const alarm = (): Wake => run.alarm(run.now() + ms, 'sleep', task.ended);
  run.touch(run.clock, NOW);
  let next: Wake | undefined = alarm();
  task.steps = firing(fire, () => (next = every ? alarm() : undefined), () => next);
  task.steps.next();
  wait(next);
  return {
    cancel: () => {
      const pending = next;
      next = undefined;
      // Also where it comes too late: it could have come in time.
      run.touch(task.ended, SETTLE);
      if (task.isDone || pending === undefined) return false;
      // In its own callback a timer has nothing to cancel but what would follow.
      if (task.operation !== pending) return true;
      pending.cancel();
      task.state = 'returned';
      task.endStamp = run.release();
      return true;
    },
  };
}

/** Fires after its first wait, and again after each that follows. As in Node, the next wait begins before the callback runs. */
function* firing(fire: () => void, rearm: () => void, next: () => Wake | undefined): Steps {
  yield;
  for (;;) {
    rearm();
    fire();
    const wait = next();
    if (wait === undefined) return undefined;
    yield wait;
  }
}
