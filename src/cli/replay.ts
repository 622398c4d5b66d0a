import { toText } from '#trace';
import { ask } from './ask.ts';
import { printStopped } from './explore.ts';
import { printDiagnostics, readArguments } from './options.ts';
import { UsageError } from './usage.ts';

/** `replay FILE --schedule "main a b"`: runs it in that order, and prints the trace. */
export async function replayCommand(args: readonly string[]): Promise<number> {
  const { file, program, json, mode, timers, cores, freeThreaded, values } = readArguments(args, ['schedule']);
  const schedule = values['schedule'];
  if (typeof schedule !== 'string') throw new UsageError('--schedule is missing');
  const reply = await ask({ kind: 'run', program, mode, schedule, timers: timers ?? 'any', freeThreaded, ...(cores === undefined ? {} : { cores }) });
  if (reply.kind === 'refused') {
    printDiagnostics(file, reply.diagnostics);
    return 1;
  }
  if (reply.kind !== 'ran') return printStopped(reply);
  console.log(json ? JSON.stringify(reply.trace) : toText(reply.trace));
  return 0;
}
