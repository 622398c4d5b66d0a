import { handle, type Reply } from '#engine';

/** Runs a program as a learner writes it, in the plain order, and returns what it prints and how it ends. */
export function ran(text: string, maxSteps = 10_000): { output: readonly string[]; end: string; trace: Extract<Reply, { kind: 'ran' }>['trace'] } {
  const reply = answer({ kind: 'run', program: program(text), timers: 'patient', maxSteps });
  if (reply.kind !== 'ran') throw new Error(JSON.stringify(reply));
  const { end, output } = reply.trace;
  return { output, end: 'message' in end ? `${end.kind}: ${end.message}` : end.kind, trace: reply.trace };
}

/** The lines that a program printed. @throws Error if it did not end well. */
export function printed(text: string, maxSteps?: number): readonly string[] {
  const { output, end } = ran(text, maxSteps);
  if (end !== 'ok') throw new Error(end);
  return output;
}

/** What a program prints in each of its orders, without repeats, and how many orders there are. */
export function explored(text: string, strategy: 'dpor' | 'naive' = 'dpor', timers: 'any' | 'patient' = 'patient'): { outcomes: readonly string[]; orders: number; races: number; complete: boolean } {
  const reply = answer({ kind: 'explore', program: program(text), timers, strategy, maxRuns: 200_000 });
  if (reply.kind !== 'explored') throw new Error(JSON.stringify(reply));
  const { outcomes, executions, races, complete } = reply.exploration;
  return { outcomes: outcomes.map(({ output, end }) => (end === 'ok' ? output.join(' | ') : end)).toSorted(), orders: executions.full, races: races.length, complete };
}

const PRELUDE = "import { Account, afterRestore, beforeCheckpoint, now, sleep } from 'happens-before/lambda';\n";
const program = (text: string) => ({ files: { 'main.ts': PRELUDE + text }, entry: 'main.ts' });

function answer(request: Parameters<typeof handle>[0]): Reply {
  const replies: Reply[] = [];
  handle(request, (reply) => replies.push(reply));
  return replies.at(-1) as Reply;
}
