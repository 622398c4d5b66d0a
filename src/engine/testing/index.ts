/** For tests: runs program texts as learners write them through the engine's door, and hands back what a test asserts on. */
import { toText, type Trace } from '#trace';
import type { Verdict } from '#check';
import type { Exploration } from '#explore';
import { handle } from '../handle.ts';
import { sameEverywhere } from '../same-everywhere.ts';
import type { Files, Reply, Request } from '../types.ts';

// As the sandbox does.
sameEverywhere();

type Without<K extends Request['kind']> = Omit<Extract<Request, { kind: K }>, 'kind' | 'program'>;

const GO = "import { after, afterFunc, anyOf, atomic, chan, Chan, close, Cond, context, deferred, errgroup, go, GOMAXPROCS, Mutex, newTicker, newTimer, nil, now, Once, onceFunc, onceValue, otherwise, panic, Pool, RWMutex, select, semaphore, singleflight, sleep, SyncMap, WaitGroup, work } from 'happens-before/go';";
const THREADING = "import { activeCount, asCompleted, AttributeError, Barrier, BoundedSemaphore, BrokenBarrierError, BrokenThreadPool, CancelledError, Condition, currentThread, Empty, enumerate, Event, Full, Future, getIdent, InvalidStateError, LifoQueue, local, Lock, mainThread, PriorityQueue, Queue, RLock, RuntimeError, Semaphore, setExcepthook, ShutDown, SimpleQueue, sleep, SystemExit, Thread, ThreadPoolExecutor, TimeoutError, Timer, ProgressBar, tqdm, ValueError, wait, work } from 'happens-before/threading';";

/** A program in which everything of `happens-before/go` is imported, in line 1. */
export const inGo = (text: string): string => `${GO}\n${text.replace(/^\n/, '')}`;
/** The same for `happens-before/threading`. */
export const inPython = (text: string): string => `${THREADING}\n${text.replace(/^\n/, '')}`;

/** The texts of all programs that were run or explored, for whoever wants to run them elsewhere too; with what came of those that were explored. */
const seen = new Map<string, Exploration | undefined>();
export const programsSeen = (): Map<string, Exploration | undefined> => seen;

/** The reply that answers `request`. */
export function ask(request: Request): Reply {
  const replies: Reply[] = [];
  handle(request, (reply) => replies.push(reply));
  return replies.at(-1) as Reply;
}

/** One run: the plain order, or `schedule`. @throws if the program is refused or the engine stops. */
export function run(text: string, options: Without<'run'> = {}): Trace {
  const reply = ask({ kind: 'run', program: program(text), ...options });
  if (reply.kind !== 'ran') throw new Error(JSON.stringify(reply));
  return reply.trace;
}

/** The text form of one run. */
export const textOf = (text: string, options: Without<'run'> = {}): string => toText(run(text, options));

/** What one run printed, and how it ended if it did not end well: the message follows the kind. */
export function prints(text: string, options: Without<'run'> = {}): readonly string[] {
  const { output, end } = run(text, options);
  if (end.kind === 'ok') return output;
  const place = 'place' in end && end.place !== undefined ? ` (line ${end.place.line})` : '';
  return [...output, `${end.kind}${'message' in end ? `: ${end.message}` : ''}${place}`];
}

/** All orders. @throws if the program is refused or the engine stops. */
export function explore(text: string, options: Without<'explore'> = {}): Exploration {
  const reply = ask({ kind: 'explore', program: program(text), ...options });
  if (reply.kind !== 'explored') throw new Error(JSON.stringify(reply));
  if (reply.exploration.complete && options.mode === undefined) seen.set(text, reply.exploration);
  return reply.exploration;
}

/** Every outcome as a line, `2 × ok: a, b`, in the order of their texts. The last line says so if not all orders were run. */
export function outcomes(text: string, options: Without<'explore'> = {}): readonly string[] {
  const found = explore(text, options);
  const lines = found.outcomes.map(({ count, end, message, output }) => `${count} × ${end}${message === undefined ? '' : ` (${message})`}${output.length > 0 ? `: ${output.join(', ')}` : ''}`);
  return [...lines.sort(), ...(found.complete ? [] : ['not complete'])];
}

/** The outcomes without their counts, `ok: a, b`, sorted. */
export const possible = (text: string, options: Without<'explore'> = {}): readonly string[] => outcomes(text, options).map((line) => line.replace(/^\d+ × /, '')).sort();

/** The wait reasons of all who are stuck in one run, `task: reason`. */
export function stuckIn(text: string, options: Without<'run'> = {}): readonly string[] {
  const { end, leaks, tasks } = run(text, options);
  return [...(end.kind === 'deadlock' ? end.waiting : []), ...leaks].map((one) => `${tasks[one.task]?.name}: ${one.reason}`);
}

/** Judges `answer` by `check`, both as texts. */
export function judged(check: string, answer: string, files: Files = {}): Verdict {
  const reply = askToCheck(check, answer, files);
  if (reply.kind !== 'judged') throw new Error(JSON.stringify(reply));
  return reply.verdict;
}

export const askToCheck = (check: string, answer: string, files: Files = {}): Reply =>
  ask({ kind: 'check', program: { files: { ...files, 'check.ts': check, 'answer.ts': answer }, entry: 'answer.ts' }, answer: 'answer.ts', check: 'check.ts' });

function program(text: string): { readonly files: Files; readonly entry: string } {
  if (!seen.has(text)) seen.set(text, undefined);
  return { files: { 'main.ts': text }, entry: 'main.ts' };
}
