/**
 * What runs inside a realm of its own: the model. In cooperative mode the order of tasks is as near to a host's as the model allows; in
 * preemptive mode it is the plainest one, in which a task goes on while it can.
 */
import { isTimer, Model, plainOrder, Run, type Lowered, type Strategy, type Task } from '#kernel';

/** How the program's own statements ended. */
export type Ended = { readonly kind: 'ok' } | { readonly kind: 'threw'; readonly error: unknown } | { readonly kind: 'stopped'; readonly message: string };

/** Whoever could go on first goes first, as in the queue of jobs of a host. Timers come when nothing else can go. */
function firstComeFirstServed(): Strategy {
  let waiting: Task[] = [];
  return {
    choose(candidates) {
      const ready = candidates.map(({ task }) => task).filter((task) => !isTimer(task));
      waiting = waiting.filter((task) => ready.includes(task));
      for (const task of ready) if (!waiting.includes(task)) waiting.push(task);
      const task = waiting.shift() ?? candidates[0]?.task;
      return task && { task, way: 0 };
    },
  };
}

/** Runs lowered code. `whole` is the global object as the test is to see it. */
export function runLowered(code: string, whole: Record<string, unknown>, mode: 'cooperative' | 'preemptive'): Ended {
  const run = new Run({ mode, timers: 'patient', maxSteps: 200_000, maxLoops: 20_000_000, maxOutput: 10_000 });
  const model = new Model(run, {});
  const globals = Object.create(model.globals, { globalThis: { value: whole } }) as Record<string, unknown>;
  for (const name of ['Promise', 'setTimeout', 'clearTimeout', 'queueMicrotask', 'console']) Object.defineProperty(whole, name, { value: model.globals[name], writable: true, configurable: true });
  let ended: Ended | undefined;
  Object.defineProperty(model, 'globals', { value: globals });
  (new Function('$', code) as ($: Lowered) => void)(model);
  run.go(function* () {
    try {
      yield* model.main();
      ended = { kind: 'ok' };
    } catch (error) {
      ended = { kind: 'threw', error };
    }
    return undefined;
  }, mode === 'cooperative' ? firstComeFirstServed() : plainOrder);
  const { end } = run;
  if (end?.kind === 'livelock') return { kind: 'stopped', message: end.message };
  return ended ?? { kind: 'stopped', message: 'the program waits for ever' };
}
