import type { Reply } from '#engine';
import type { Exploration } from '#explore';
import { ask } from './ask.ts';
import { printDiagnostics, readArguments, wholeNumber } from './options.ts';
import { UsageError } from './usage.ts';

const STRATEGIES: readonly string[] = ['dpor', 'naive', 'pct', 'random'];

/** `explore FILE`: runs it in every order, and prints what was found. */
export async function exploreCommand(args: readonly string[]): Promise<number> {
  const { file, program, json, mode, timers, cores, freeThreaded, values } = readArguments(args, ['max-runs', 'max-steps', 'strategy', 'seed']);
  const strategy = values['strategy'] ?? 'dpor';
  if (!STRATEGIES.includes(String(strategy))) throw new UsageError(`--strategy is one of ${STRATEGIES.join(', ')}, not "${String(strategy)}"`);
  const maxRuns = wholeNumber(values, 'max-runs');
  const maxSteps = wholeNumber(values, 'max-steps');
  const seed = wholeNumber(values, 'seed');
  const reply = await ask({
    kind: 'explore', program, mode, freeThreaded, strategy: strategy as 'dpor',
    ...(timers === undefined ? {} : { timers }), ...(cores === undefined ? {} : { cores }),
    ...(maxRuns === undefined ? {} : { maxRuns }), ...(maxSteps === undefined ? {} : { maxSteps }), ...(seed === undefined ? {} : { seed }),
  });
  if (reply.kind === 'refused') {
    printDiagnostics(file, reply.diagnostics);
    return 1;
  }
  if (reply.kind !== 'explored') return printStopped(reply);
  const { exploration } = reply;
  console.log(json ? JSON.stringify(exploration) : summary(exploration));
  return exploration.complete || strategy === 'random' || strategy === 'pct' ? 0 : 3;
}

export function printStopped(reply: Reply): number {
  if (reply.kind === 'stopped') console.error(`${reply.title}\n${reply.text}`);
  return 3;
}

function summary({ complete, executions, outcomes, deadlocks, leaks, races, lostWakeups, simplest, ms }: Exploration): string {
  const cut = executions.boundCut === 0 ? '' : `, ${executions.boundCut} ${executions.boundCut === 1 ? 'was' : 'were'} cut off by a limit of steps`;
  const lines = [`${complete ? 'all' : 'the first'} ${executions.full} orders${cut}, ${Math.round(ms)} ms`];
  for (const { count, end, output, message, schedule } of outcomes) {
    lines.push(`${String(count).padStart(7)} × ${end}${message === undefined ? '' : ` ${message}`}${output.length > 0 ? `  ${JSON.stringify(output)}` : ''}    ${schedule === '' ? '(the plain order)' : schedule}`);
  }
  for (const { cycle, waiting } of deadlocks) lines.push(`deadlock  ${cycle.length > 1 ? `${cycle.join(' → ')} → ${cycle[0]}: ` : ''}${waiting.map((one) => `${one.task} waits in ${one.reason}, line ${one.line}`).join('; ')}`);
  for (const leak of leaks) lines.push(`leak      ${leak.task} waits in ${leak.reason}, line ${leak.line}`);
  for (const { location, first, second } of races) lines.push(`race      ${location}: ${first.task} ${first.kind}s it in line ${first.line}, ${second.task} ${second.kind}s it in line ${second.line}`);
  for (const { on, signal, wait } of lostWakeups) lines.push(`lost      ${signal.task} signals ${on} in line ${signal.line} before ${wait.task} waits for it in line ${wait.line}`);
  if (simplest !== undefined) lines.push(`simplest  ${simplest.preemptions} forced ${simplest.preemptions === 1 ? 'switch' : 'switches'}${simplest.proved ? ', fewer cannot fail' : ''}: ${simplest.schedule === '' ? '(the plain order)' : simplest.schedule}`);
  return lines.join('\n');
}
