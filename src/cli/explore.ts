import type { Reply } from '#engine';
import type { Exploration } from '#explore';
import { clean, shorten } from '#trace';
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

/** What fits a terminal. A cut order cannot be replayed, and programs with thousands of outcomes are read by programs. */
const MOST_OUTCOMES = 20;
const MOST_CHARACTERS = 200;
const inOrder = (schedule: string): string => (schedule === '' ? '(the plain order)' : shorten(schedule, MOST_CHARACTERS));

function summary({ complete, executions, outcomes, deadlocks, leaks, races, lostWakeups, simplest, ms }: Exploration): string {
  const cut = executions.boundCut === 0 ? '' : `, ${executions.boundCut} ${executions.boundCut === 1 ? 'was' : 'were'} cut off by a limit of steps`;
  const orders = executions.full === 1 ? `the ${complete ? 'only' : 'first'} order` : `${complete ? 'all' : 'the first'} ${executions.full} orders`;
  const lines = [`${orders}${cut}, ${Math.round(ms)} ms`];
  for (const { count, end, output, message, schedule } of outcomes.slice(0, MOST_OUTCOMES)) {
    lines.push(`${String(count).padStart(7)} × ${end}${message === undefined ? '' : ` ${message}`}${output.length > 0 ? `  ${shorten(clean(JSON.stringify(output)), MOST_CHARACTERS)}` : ''}    ${inOrder(schedule)}`);
  }
  const left = outcomes.length - MOST_OUTCOMES;
  if (left > 0) lines.push(`        and ${left} ${left === 1 ? 'outcome' : 'outcomes'} more`);
  for (const { cycle, waiting } of deadlocks) lines.push(`deadlock  ${cycle.length > 1 ? `${cycle.join(' → ')} → ${cycle[0]}: ` : ''}${waiting.map((one) => `${one.task} waits in ${one.reason}, line ${one.line}`).join('; ')}`);
  for (const leak of leaks) lines.push(`leak      ${leak.task} waits in ${leak.reason}, line ${leak.line}`);
  for (const { location, first, second } of races) lines.push(`race      ${location}: ${first.task} ${first.kind}s it in line ${first.line}, ${second.task} ${second.kind}s it in line ${second.line}`);
  for (const { on, signal, wait } of lostWakeups) lines.push(`lost      ${signal.task} signals ${on} in line ${signal.line} before ${wait.task} waits for it in line ${wait.line}`);
  if (simplest !== undefined) lines.push(`simplest  ${simplest.preemptions} forced ${simplest.preemptions === 1 ? 'switch' : 'switches'}${simplest.proved ? ', fewer cannot fail' : ''}: ${inOrder(simplest.schedule)}`);
  if (left > 0 || [simplest, ...outcomes].some((one) => (one?.schedule.length ?? 0) > MOST_CHARACTERS)) lines.push('Not everything is shown, and an order that is cut off (…) cannot be replayed: --json has it all.');
  return lines.join('\n');
}
