import { fieldOf, isErrorLike, printThrown } from '#base';
import type { End, Place, Waiting } from '#trace';
import type { Books } from './books.ts';
import type { Pos } from './lowered.ts';
import type { TaskRef } from './operation.ts';
import { DEFAULT_MAX_STEPS } from './run-options.ts';
import type { Task } from './task.ts';
import { Wake } from './time.ts';

/** How the program ends when `error` is caught by nobody. */
export function failureOf(run: Books, task: Task, error: unknown): Extract<End, { kind: 'panic' | 'error' }> {
  const place = run.options.locate?.(error) ?? run.place(run.thrown !== undefined && Object.is(run.thrown.value, error) ? run.thrown.pos : run.pos);
  const isPanic = isErrorLike(error) && fieldOf(error, 'name') === 'Panic';
  return { kind: isPanic ? 'panic' : 'error', task: task.id, message: isPanic ? String(fieldOf(error, 'message')) : printThrown(error), ...(place === undefined ? {} : { place }) };
}

/** If some promise was rejected and nobody ever asked about it, the program ends with that error, as Node does. */
export function unheardRejection(run: Books): End | undefined {
  for (const promise of run.rejections ?? []) {
    if (promise.isHandled || promise.state.kind !== 'rejected') continue;
    const task = run.tasks.find((candidate) => candidate.promise === promise) ?? (run.tasks[0] as Task);
    return failureOf(run, task, promise.state.reason);
  }
  return undefined;
}

/** The run was stopped: by the limit of steps, or from inside the program's own code. */
export function stopped(run: Books, task: Task, message: string, pos: Pos): End {
  return { kind: 'livelock', task: task.id, message, ...placed(run.place(pos)) };
}

/** Tasks that wait and that nobody will wake. */
export function waitingIn(run: Books): Waiting[] {
  const found: Waiting[] = [];
  for (const task of run.tasks) {
    const operation = task.operation;
    if (operation === undefined || operation instanceof Wake) continue;
    const place = run.place(task.pos);
    const holder = operation.holder();
    found.push({
      task: task.id,
      reason: operation.reason,
      ...(operation.resource === undefined ? {} : { resource: operation.resource.id }),
      ...(holder === undefined ? {} : { heldBy: holder.id, ...(operation.isBehind && { behind: true as const }) }),
      since: run.recorder?.lastEventOf(task.id) ?? 0,
      ...(place === undefined ? {} : { place }),
    });
  }
  return found;
}

/** Tasks that are left waiting after the program's end: not daemons, which end with the program, and not timers. */
export function leaksOf(run: Books): Waiting[] {
  if (run.end?.kind !== 'ok' || run.steps >= (run.options.maxSteps ?? DEFAULT_MAX_STEPS)) return [];
  return waitingIn(run).filter((waiting) => {
    const kind = run.tasks[waiting.task]?.options.kind;
    return kind === 'goroutine' || kind === 'async';
  });
}

/** A ring of tasks in which each waits for the next; empty if there is none. */
export function cycleIn(run: Books): number[] {
  for (const start of run.tasks) {
    const path: number[] = [];
    let at: TaskRef | undefined = start;
    while (at !== undefined && !path.includes(at.id)) {
      path.push(at.id);
      at = run.tasks[at.id]?.operation?.waitsFor();
    }
    if (at !== undefined && path.length > 0) return path.slice(path.indexOf(at.id));
  }
  return [];
}

const placed = (place: Place | undefined): { place?: Place } => (place === undefined ? {} : { place });
