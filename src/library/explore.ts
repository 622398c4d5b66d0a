/** `happens-before/explore`: runs a program in every order that matters, for the reader's own tests. In Node. */
import { handle, type Files, type Reply, type Request } from '#engine';
import type { Exploration, ExploreOptions } from '#explore';
import { toText } from '#trace';
import { programOf } from './program.ts';

export type { Access, Deadlock, EndKind, Exploration, Leak, LostWakeup, Outcome, Race, Stuck } from '#explore';
export type { Files } from '#engine';

/** What to explore: the address of a file, or the texts of a program, whose entry is `main.ts`. */
export type Source = URL | Files;

/** Limits and rules of an exploration. `seed` belongs to the strategies that draw orders by chance. */
export type Options = Omit<ExploreOptions, 'onProgress' | 'observeOutput' | 'maxPreemptions'>;

/**
 * What `explore` throws for a program that does not compile, and for one that breaks a limit of the engine.
 *
 * Semantics mirrored: none; a program that does not compile, or breaks a limit (2026-11).
 */
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
 * Semantics mirrored: none; what it promises is in docs/spec/explorer.md of the course (2026-11).
 *
 * @throws ExploreError with file, line and column, if the program cannot be compiled
 * @example
 * const found = explore({
 *   'main.ts': `
 *     import { Mutex } from 'happens-before/go';
 *     const mu = new Mutex();
 *     await mu.lock();
 *     await mu.lock();
 *   `,
 * });
 * console.log(found.complete, found.deadlocks.length); // true 1
 */
export function explore(source: Source, options: Options = {}): Exploration {
  const reply = answer({ kind: 'explore', program: programOf(source), ...options });
  if (reply.kind !== 'explored') throw new ExploreError(told(reply));
  return reply.exploration;
}

/**
 * One run of the program in the order of `schedule`, as it stands in what `explore` returns, told step by step.
 *
 * Semantics mirrored: none; the text is that of docs/spec/trace.md (2026-11).
 *
 * @example
 * const program = { 'main.ts': "console.log('hello');" };
 * console.log(replay(program).includes('print hello')); // true
 */
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
