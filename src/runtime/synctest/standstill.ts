import type { Run, Task } from '#kernel';
import type { Standstill } from './errors.ts';

/** What each of `tasks` waits in, and where. */
export function standstill(run: Run, tasks: readonly Task[]): readonly Standstill[] {
  return tasks.map(({ name, operation, pos }) => {
    const place = run.place(pos);
    return { task: name, reason: operation?.reason ?? 'ready', place: place === undefined ? undefined : `${place.file === undefined ? '' : `${place.file}, `}line ${place.line}` };
  });
}
