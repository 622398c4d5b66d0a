import type { Run, Signal } from '#kernel';
import type { LostWakeup } from './types.ts';

type Place = LostWakeup['signal'];

/**
 * Lost wake-ups: a signal that found nobody waiting, and a task that waits for ever for one on the same object. Whether the signal is the
 * one that it waits for is seen in the other orders: in one of them the same signal, by task and line, wakes the same wait.
 */
export class LostWakeups {
  readonly #lost = new Map<string, LostWakeup>();
  /** Pairs of signal and wait that met in some order. */
  readonly #met = new Set<string>();

  /** Looks at a run that has ended. */
  add(run: Run, schedule: () => string): void {
    if (run.signals.length === 0) return;
    const ended = run.end?.kind === 'deadlock' ? run.waiting() : run.leaks();
    for (const signal of run.signals) {
      const by = place(run, signal.by);
      for (const woken of signal.woken) this.#met.add(keyOf(signal.resource.name, by, place(run, woken)));
      if (signal.woken.length > 0) continue;
      for (const waiting of ended) {
        const task = run.tasks[waiting.task] as Run['tasks'][number];
        if (task.operation?.resource !== signal.resource) continue;
        const wait = place(run, { task, pos: task.pos });
        const key = keyOf(signal.resource.name, by, wait);
        if (!this.#lost.has(key)) this.#lost.set(key, { on: signal.resource.name, signal: by, wait, schedule: schedule() });
      }
    }
  }

  report(): LostWakeup[] {
    return [...this.#lost].filter(([key]) => this.#met.has(key)).map(([, lost]) => lost);
  }
}

const place = (run: Run, { task, pos }: Signal['by']): Place => ({ task: task.name, line: run.place(pos)?.line ?? 0 });

const keyOf = (on: string, signal: Place, wait: Place): string => JSON.stringify([on, signal, wait]);
