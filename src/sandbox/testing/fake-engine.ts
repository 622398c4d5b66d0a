/**
 * Stands in for the engine in tests of the sandbox itself: compiles nothing, explores nothing, and gives the program a
 * `console` and nothing else. Never shipped.
 */
import type { Reply, Request } from '#engine';
import type { Trace } from '#trace';

const emptyTrace = (output: readonly string[]): Trace => ({
  version: 1,
  mode: 'preemptive',
  tasks: [{ id: 0, name: 'main', kind: 'main' }],
  resources: [],
  events: [],
  end: { kind: 'ok' },
  leaks: [],
  output,
  schedule: 'main',
});

export function handle(request: Request, emit: (reply: Reply) => void): void {
  const output: string[] = [];
  const source = request.program.files[request.program.entry] ?? '';
  const log = (...values: unknown[]): void => {
    const line = values.map(String).join(' ');
    if (output.length < 2_000) output.push(line);
    emit({ kind: 'output', lines: [line] });
  };
  try {
    new Function('console', `"use strict"; ${source}`)(Object.freeze({ log }));
    emit({ kind: 'ran', trace: emptyTrace(output) });
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : `threw ${String(error)}`;
    emit({ kind: 'ran', trace: { ...emptyTrace(output), end: { kind: 'error', task: 0, message } } });
  }
}

/** The realm asks for these; the fake has no dates and no marks. */
export const hideMarks = (): void => {};
export const sameEverywhere = (): void => {};

export const sharedObjects = (): readonly object[] => [];
