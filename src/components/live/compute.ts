/**
 * What the pages say about a program, computed when the site is built by the very bundle that runs in the reader's browser. Replies
 * are kept, so a page whose programs and engine have not changed costs nothing to build again.
 */
import { given, splitFiles } from '#base';
import type { Reply, Request } from '#engine';
import type { Exploration, Goal } from '#explore';
import type { GoalData } from '#lesson';
import type { Trace } from '#trace';
import { keptReply } from '#sandbox/kept';

export { digest } from '#sandbox/kept';

/** What an author may set on a program. Named as in the engine's requests. */
export interface Settings {
  readonly mode?: 'preemptive' | 'cooperative' | 'cpython' | undefined;
  readonly timers?: 'any' | 'patient' | undefined;
  readonly cores?: number | undefined;
  readonly freeThreaded?: boolean | undefined;
}

/** For a reply that an author did not expect: what happened, and to which program. */
export function unexpected(reply: Reply, what: string): Error {
  if (reply.kind === 'refused') {
    const lines = reply.diagnostics.map(
      ({ file, line, column, message, hint }) => `  ${file}:${line}:${column}  ${message}${hint === undefined ? '' : `\n      ${hint}`}`,
    );
    return new Error(`${what} does not compile\n${lines.join('\n')}`);
  }
  if (reply.kind === 'stopped') return new Error(`${what}: ${reply.title}\n${reply.text}`);
  return new Error(`[internal] ${what}: the engine answered ${reply.kind}`);
}

/** What the engine is asked to run: a program of the content, whose other files stand in its text. */
export function programOf(source: string): Request['program'] {
  const { main, others } = splitFiles(source);
  return { files: { 'main.ts': main, ...others }, entry: 'main.ts' };
}

export async function runAtBuild(
  source: string,
  what: string,
  settings: Settings & { readonly schedule?: string | undefined },
): Promise<Trace> {
  const reply = await keptReply({ kind: 'run', program: programOf(source), ...given(settings) });
  if (reply.kind !== 'ran') throw unexpected(reply, what);
  return reply.trace;
}

export async function exploreAtBuild(
  source: string,
  what: string,
  settings: Settings,
  goal?: Goal,
): Promise<{ readonly exploration: Exploration; readonly trace?: Trace }> {
  const reply = await keptReply({ kind: 'explore', program: programOf(source), ...given(settings), ...(goal && { goal }) });
  if (reply.kind !== 'explored') throw unexpected(reply, what);
  return reply;
}

/** What an author's goal asks of a run. */
export const goalOf = ({ end, output, notOutput }: GoalData): Goal => given({ end, output, notOutput });
