import { holderWords, list, outcome, taskName, waitPhrase, type Resource, type Trace, type Waiting } from '#trace';
import type { FailureKind } from './types.ts';

interface Advice {
  readonly why: string;
  readonly try: string;
}

interface Facts {
  readonly expected?: string | undefined;
  readonly got?: string | undefined;
  /** The scene has limits: its numbers are at fault, and not an order. */
  readonly isMeasured?: boolean;
}

const MEASURED: Advice = { why: 'a number of this run is not within its limit.', try: 'work out from the load of this scene what is there on average and at a peak, and change one number at a time.' };

/** What happened, where, why, what to try, how to replay: the same shape for every failure. */
export function report(kind: FailureKind, trace: Trace, facts: Facts = {}): string {
  const lines = [headline(kind, trace, facts), ...where(kind, trace)];
  const { why, try: attempt } = facts.isMeasured === true && kind === 'wrong-result' ? MEASURED : adviceFor(kind, trace);
  lines.push(`Why:    ${why}`, `Try:    ${attempt}`, `Replay: ${trace.schedule === '' ? '(the plain order)' : trace.schedule}`);
  return lines.join('\n');
}

function headline(kind: FailureKind, trace: Trace, { expected, got }: Facts): string {
  switch (kind) {
    case 'deadlock': return 'deadlock: no task can go on';
    case 'race': return `race on ${JSON.stringify(racedResource(trace)?.name ?? 'a variable')}: two tasks use it at the same time, and one writes`;
    case 'leak': return `leak: ${list(trace.leaks.map((leak) => taskName(trace, leak.task)))} ${trace.leaks.length === 1 ? 'is' : 'are'} left waiting after the program's end`;
    case 'wrong-result': return expected === undefined ? `wrong result: ${got ?? 'nothing'}` : `wrong result: ${got ?? 'nothing'} instead of ${expected}`;
    case 'wrong-output': return `wrong output:\n${indent(got ?? '')}\n  instead of\n${indent(expected ?? '')}`;
    case 'panic': return `panic: ${endMessage(trace)}`;
    case 'livelock': return `stopped: ${endMessage(trace)}`;
    default: return endMessage(trace) || (outcome(trace) ?? 'it failed');
  }
}

function where(kind: FailureKind, trace: Trace): string[] {
  if (kind === 'deadlock' && trace.end.kind === 'deadlock') return trace.end.waiting.map((waiting) => waitLine(trace, waiting));
  if (kind === 'leak') return trace.leaks.map((waiting) => waitLine(trace, waiting));
  if (kind === 'race') return raceLines(trace);
  if ('place' in trace.end && trace.end.place !== undefined) return [`  ${taskName(trace, trace.end.task)}  at line ${trace.end.place.line}${trace.end.place.file === undefined ? '' : ` of ${trace.end.place.file}`}`];
  return [];
}

function waitLine(trace: Trace, waiting: Waiting): string {
  const words = [waitPhrase(waiting.reason, waiting.resource, trace), holderWords(waiting, trace)].filter((part) => part !== undefined);
  const at = waiting.place === undefined ? '' : `, line ${waiting.place.line}${waiting.place.file === undefined ? '' : ` of ${waiting.place.file}`}`;
  return `  ${taskName(trace, waiting.task)}  ${words.join(', ')}  since step ${waiting.since}${at}`;
}

/** A WaitGroup is neither read nor written by these names. */
const USES: Readonly<Record<string, string>> = { add: 'adds to', wait: 'waits for' };

function raceLines(trace: Trace): string[] {
  const second = trace.events.find((event) => event.races.some((step) => step < event.step));
  const first = second === undefined ? undefined : trace.events[Math.min(...second.races) - 1];
  return [first, second].flatMap((event) => (event === undefined ? [] : [`  ${taskName(trace, event.task)}  ${USES[event.verb] ?? `${event.verb}s`} it  at step ${event.step}${event.place === undefined ? '' : `, line ${event.place.line}`}`]));
}

function racedResource(trace: Trace): Resource | undefined {
  const event = trace.events.find((one) => one.races.length > 0);
  return trace.resources.find((resource) => resource.id === event?.resource);
}

function adviceFor(kind: FailureKind, trace: Trace): Advice {
  switch (kind) {
    case 'deadlock': return trace.end.kind === 'deadlock' && trace.end.cycle.length > 1
      ? { why: 'each of them holds what the next one waits for.', try: 'take the locks in the same order in every task, or hold only one at a time.' }
      : { why: 'everybody waits, and nobody is left who could wake anybody.', try: 'find who should have sent, closed, unlocked or counted down, and see why that task did not.' };
    case 'leak': return { why: 'nobody is left who could wake it: what it waits for will not come any more.', try: 'make sure that every send has a receiver on every path, or give the channel room for the value.' };
    case 'race': return racedResource(trace)?.kind === 'waitgroup'
      ? { why: 'add raises the counter from zero while somebody may be waiting already, and nothing makes one of these happen before the other.', try: 'call add before the go that it counts.' }
      : { why: 'nothing makes one of these happen before the other.', try: 'hold a lock from the read to the write, or let one task own the data and send it messages.' };
    case 'panic': return { why: panicReason(endMessage(trace)), try: 'step back from the last step to see how it came there.' };
    case 'livelock': return endlessAdvice(endMessage(trace));
    case 'error': return { why: 'nobody caught this error.', try: 'look at the line above; the values of this run are in the trace.' };
    default: return { why: 'the tasks came in an order that the program does not expect.', try: 'step through the order below to the first step that surprises you.' };
  }
}

function endlessAdvice(message: string): Advice {
  if (message.includes('lines of output')) return { why: 'it prints more than anybody can read.', try: 'look for a loop around this line that does not end, or print less.' };
  if (message.includes('tasks were started')) return { why: 'so many tasks take more steps than one run is followed for. Whether they would come to their end is not known.', try: 'start fewer: what goes wrong with thousands goes wrong with three.' };
  if (message.includes('tasks')) return { why: 'it starts more tasks than it could ever wait for.', try: 'look for a loop around this line that does not end.' };
  return { why: 'a task goes round and round without waiting for anybody.', try: 'wait with a channel, a lock or a WaitGroup instead of looking again and again.' };
}

function panicReason(message: string): string {
  if (message.includes('send on closed channel')) return 'closing promises receivers that no more values will come.';
  if (message.includes('close of closed channel')) return 'a channel can be closed once only.';
  if (message.includes('negative WaitGroup')) return 'done was called more often than add had announced.';
  if (message.includes('unlock of unlocked')) return 'nobody held the lock.';
  return 'a rule of the library was broken.';
}

const endMessage = (trace: Trace): string => ('message' in trace.end ? trace.end.message : '');
const indent = (text: string): string => text.split('\n').map((line) => `    ${line}`).join('\n');
