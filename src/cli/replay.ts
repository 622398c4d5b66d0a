import { handle } from '#engine';
import { toText } from '#trace';
import { finalReply, printStopped } from './explore.ts';
import { printDiagnostics, readArguments } from './options.ts';
import { UsageError } from './usage.ts';

/** `replay FILE --schedule "main a b"`: runs it in that order, and prints the trace. */
export function replayCommand(args: readonly string[]): number {
  const { file, program, json, mode, timers, cores, values } = readArguments(args, ['schedule']);
  const schedule = values['schedule'];
  if (typeof schedule !== 'string') throw new UsageError('--schedule is missing');
  const reply = finalReply((emit) => handle({ kind: 'run', program, mode, schedule, timers: timers ?? 'any', ...(cores === undefined ? {} : { cores }) }, emit));
  if (reply.kind === 'refused') {
    printDiagnostics(file, reply.diagnostics);
    return 1;
  }
  if (reply.kind !== 'ran') return printStopped(reply);
  console.log(json ? JSON.stringify(reply.trace) : toText(reply.trace));
  return 0;
}
