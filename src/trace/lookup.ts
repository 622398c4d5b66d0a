import type { Event, Resource, Task, TaskId, Trace } from './types.ts';
import { clean } from './clean.ts';

/** The task's name, made safe to show. A trace from a file may name a task that it does not list. */
export function taskName(trace: Trace, id: TaskId): string {
  return clean(findTask(trace, id)?.name ?? `task${id}`);
}

export function resourceName(trace: Trace, id: number): string {
  return clean(findResource(trace, id)?.name ?? `#${id}`);
}

export function findTask(trace: Trace, id: TaskId): Task | undefined {
  const direct = trace.tasks[id];
  return direct?.id === id ? direct : trace.tasks.find((t) => t.id === id);
}

export function findResource(trace: Trace, id: number | undefined): Resource | undefined {
  if (id === undefined) return undefined;
  const direct = trace.resources[id];
  return direct?.id === id ? direct : trace.resources.find((r) => r.id === id);
}

/** The event of that step, or undefined outside the run. */
export function eventAt(trace: Trace, step: number): Event | undefined {
  return trace.events[step - 1];
}

/** The steps that ran a line of the main file. That a task ends is noted where it was last, and nothing that the line does. */
export function stepsOfLine(trace: Trace, line: number | undefined, file?: string): ReadonlySet<number> {
  const isThere = ({ place, verb }: Event): boolean => verb !== 'end' && place !== undefined && place.file === file && place.line === line;
  return new Set(trace.events.filter(isThere).map(({ step }) => step));
}

/** "a", "a and b", "a, b and c". */
export function list(words: readonly (string | number)[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The first of many: "4, 7, 9 and 3,991 more". */
export function listFew(words: readonly (string | number)[], most = 6): string {
  if (words.length <= most) return list(words);
  return `${words.slice(0, most - 1).join(', ')} and ${(words.length - most + 1).toLocaleString('en')} more`;
}

/** Virtual time as a reader wants it, one unit for all that is as long: "30 ms", "1.5 s", "16.321 s". */
export function duration(ms: number): string {
  return ms >= 1000 ? `${Number((ms / 1000).toFixed(6))} s` : `${Number(ms.toFixed(3))} ms`;
}
