import type { Deadlock, EndKind, Exploration, Leak, LostWakeup, Outcome, Progress, Race, Ready, Standing, Stuck, Access } from '#explore';
import type { Failure, Measure, SceneVerdict, Verdict } from '#check';
import type { Diagnostic, Reply } from '#engine';
import { amount, count, flag, listOf, oneOf, record, text, variant, type Guard, type Of } from './shape.ts';
import { isTrace, place } from './trace-shape.ts';

const kind = text(20);
const name = text(300);
const line = text(2_000);
const page = text(200_000);
const schedule = text(200_000);
const ends: Guard<EndKind> = oneOf<EndKind>({ ok: true, deadlock: true, panic: true, error: true, livelock: true });

const diagnostic = record<Diagnostic>(
  { file: name, line: count, column: count, length: count, message: page, hint: page },
  'length',
  'hint',
);
const progress = record<Progress>({ runs: count, failures: count, estimate: amount, scene: name }, 'estimate', 'scene');
const stuckShape = { task: name, reason: line, line: count, on: name, heldBy: name };
const stuck = record<Stuck>(stuckShape, 'on', 'heldBy');
const access = record<Access>({ task: name, line: count, kind: oneOf<Access['kind']>({ read: true, write: true }), born: count }, 'born');
const at = record<{ task: string; line: number }>({ task: name, line: count });

const exploration = record<Exploration>(
  {
    complete: flag,
    mode: oneOf<Exploration['mode']>({ preemptive: true, cooperative: true, cpython: true }),
    executions: record({ full: count, sleepBlocked: count, boundCut: count }),
    outcomes: listOf(record<Outcome>({ output: listOf(page), end: ends, message: page, count, schedule }, 'message')),
    deadlocks: listOf(record<Deadlock>({ cycle: listOf(name), waiting: listOf(stuck), schedule })),
    leaks: listOf(record<Leak>({ ...stuckShape, born: count, schedule }, 'on', 'heldBy', 'born')),
    races: listOf(record<Race>({ location: name, first: access, second: access, schedule })),
    lostWakeups: listOf(record<LostWakeup>({ on: name, signal: at, wait: at, schedule })),
    simplest: record({ preemptions: count, proved: flag, schedule }),
    reached: count,
    ms: amount,
  },
  'simplest',
  'reached',
);

const standing = record<Standing>(
  {
    schedule,
    trace: isTrace,
    ready: listOf(record<Ready>({ task: count, word: name, does: line, place, forced: flag, plain: flag }, 'place')),
    forced: count,
    reached: flag,
  },
  'reached',
);

const failure = record<Failure>(
  {
    kind: oneOf<Failure['kind']>({
      'wrong-result': true,
      'wrong-output': true,
      deadlock: true,
      leak: true,
      race: true,
      panic: true,
      error: true,
      livelock: true,
      limit: true,
      compile: true,
    }),
    scene: name,
    mistake: name,
    say: page,
    report: page,
    schedule,
    step: count,
    trace: isTrace,
    passing: isTrace,
    expected: page,
    got: page,
    message: page,
  },
  'mistake',
  'step',
  'trace',
  'passing',
  'expected',
  'got',
  'message',
);

const measure = record<Measure>({ name, least: amount, most: amount, atMost: amount, atLeast: amount }, 'atMost', 'atLeast');
const sceneVerdict = record<SceneVerdict>({ name, passed: flag, orders: count, right: count, complete: flag, measures: listOf(measure, 50) }, 'measures');
const verdict = record<Verdict>(
  {
    passed: flag,
    scenes: listOf(sceneVerdict),
    orders: count,
    right: count,
    complete: flag,
    headline: line,
    failure,
    ms: amount,
  },
  'failure',
);

const reply = variant<Reply>({
  output: record({ kind, lines: listOf(page) }),
  progress: record({ kind, progress }),
  reached: record({ kind, mark: count, next: count, place }),
  ran: record({ kind, trace: isTrace }),
  explored: record<Of<Reply, 'explored'>>({ kind, exploration, trace: isTrace }, 'trace'),
  stands: record({ kind, standing }),
  judged: record({ kind, verdict }),
  refused: record({ kind, diagnostics: listOf(diagnostic, 1_000) }),
  stopped: record<Of<Reply, 'stopped'>>({ kind, title: line, text: page, place }, 'place'),
});

/** The reply that `json` holds, or undefined: the frame says what it likes, and only replies get past this point. */
export function readReply(json: unknown): Reply | undefined {
  if (typeof json !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return reply(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for the reply that ends a job. */
export const isFinal = (given: Reply): boolean => given.kind !== 'output' && given.kind !== 'progress' && given.kind !== 'reached';
