/** `happens-before/explore`: runs a program in every order that matters, for the reader's own tests. In Node. */
import { handle, type Files, type Reply, type Request } from '#engine';
import type { Exploration, ExploreOptions } from '#explore';
import { toText } from '#trace';
import { programOf } from './program.ts';

export type { Access, Deadlock, EndKind, Exploration, Leak, LostWakeup, Outcome, Race, Stuck } from '#explore';
export type { Files } from '#engine';

/** What to explore: the address of a file, or the texts of a program, whose entry is `main.ts`. */
export type Source = URL | Files;

export type Options = Omit<ExploreOptions, 'onProgress' | 'observeOutput' | 'maxPreemptions'>;

/** What `explore` throws for a program that does not compile, and for one that breaks a limit of the engine. */
export class ExploreError extends Error {
  override readonly name = 'ExploreError';
}

/**
 * Runs the program in every order that matters and tells what can come of it: outcomes, deadlocks, leaks, races, lost wake-ups.
 * A program is a file as the course has them: its top-level statements are `main`, and it imports `happens-before/…` and files beside it.
 * Real promises cannot be reordered, so the program is read as text and lowered; `complete` says whether all orders were run.
 *
 * Does not wait. Runs in this process: a program that never lets another task go is stopped after a million rounds of a loop.
 *
 * @throws ExploreError with file, line and column, if the program cannot be compiled
 * @example
 * const found = explore(new URL('./transfer.ts', import.meta.url));
 * expect(found).toMatchObject({ complete: true, races: [], deadlocks: [], leaks: [] });
 */
export function explore(source: Source, options: Options = {}): Exploration {
  const reply = answer({ kind: 'explore', program: programOf(source), ...options });
  if (reply.kind !== 'explored') throw new ExploreError(told(reply));
  return reply.exploration;
}

/** One run of the program in the order of `schedule`, as it stands in what `explore` returns, told step by step. */
export function replay(source: Source, schedule = '', options: Pick<Options, 'mode' | 'timers' | 'cores'> = {}): string {
  const reply = answer({ kind: 'run', program: programOf(source), ...(schedule === '' ? {} : { schedule }), ...options });
  if (reply.kind !== 'ran') throw new ExploreError(told(reply));
  return toText(reply.trace);
}

function answer(request: Request): Reply {
  const replies: Reply[] = [];
  handle(request, (reply) => replies.push(reply), { now: () => performance.now() });
  return replies.at(-1) as Reply;
}

function told(reply: Reply): string {
  if (reply.kind === 'stopped') return `${reply.title}\n${reply.text}`;
  if (reply.kind !== 'refused') return `[internal] a reply of kind ${reply.kind}`;
  return reply.diagnostics.map(({ file, line, column, message, hint }) => `${file}:${line}:${column}: ${message}${hint === undefined ? '' : `\n  Try: ${hint}`}`).join('\n');
}
