import type { Lowered, Steps } from '#kernel';
import { asCompleted, Barrier, BoundedSemaphore, Condition, Event, Future, LifoQueue, local, Lock, PriorityQueue, Queue, RLock, Semaphore, SimpleQueue, Thread, ThreadPoolExecutor, Timer, wait } from '#runtime/threading';

/** What a random task may do with Python's primitives, in families. */
export const THREADING_KINDS = {
  lockTimed: ['lockWith', 'lockTry', 'lockTimed', 'lockKept'],
  rlock: ['rlockWith', 'rlockTwice', 'rlockTry', 'rlockRelease'],
  rlockTimed: ['rlockTwice', 'rlockTimed'],
  condition: ['condWaiting', 'condNotify', 'condNotifyAll', 'condLoose'],
  conditionTimed: ['condWaitTimed', 'condNotify'],
  conditionFor: ['condPut', 'condTake'],
  event: ['eventSet', 'eventClear', 'eventIsSet', 'eventWait'],
  eventTimed: ['eventSet', 'eventClear', 'eventWaitTimed'],
  pySemaphore: ['semAcquire', 'semRelease', 'semTry'],
  semaphoreTimed: ['semAcquire', 'semRelease', 'semTimed'],
  bounded: ['boundAcquire', 'boundRelease', 'boundWith'],
  barrier: ['barrierWait', 'barrierWait', 'barrierAbort', 'barrierReset', 'barrierLook'],
  barrierAction: ['barrierActing', 'barrierAbort'],
  barrierTimed: ['barrierWait', 'barrierTimed'],
  lifo: ['lifoPut', 'lifoGet'],
  priority: ['priorityPut', 'priorityGet'],
  queueTry: ['queuePut', 'queueGet', 'queueTryPut', 'queueTryGet', 'queueSize'],
  queueTimed: ['queuePut', 'queueGet', 'queuePutTimed', 'queueGetTimed'],
  queueShut: ['queuePut', 'queueGet', 'queueShut', 'queueShutNow', 'queueSize', 'queueTryGet'],
  lifoShut: ['lifoPut', 'lifoGet', 'lifoShut', 'lifoShutNow'],
  queueDone: ['queuePut', 'queueGetDone', 'queueJoin', 'queueDone', 'queueShutNow'],
  simple: ['simplePut', 'simpleGet', 'simpleTry'],
  thread: ['threadAlive', 'threadJoinTimed', 'threadJoin'],
  pyTimer: ['pyTimerCancel', 'pyTimerAlive'],
  local: ['localSet', 'localGet'],
  future: ['futureResult', 'futureCancel', 'futureDone', 'futureCallback', 'futureRun', 'futureSet'],
  futureTimed: ['futureResultTimed', 'futureRun', 'futureSet', 'futureCancel'],
  futures: ['futureSet', 'futureCancel', 'futuresCompleted', 'futuresWait', 'futuresFirst'],
  poolCalls: ['poolSubmit', 'poolShutdown', 'poolCancelling'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ThreadingFamily = keyof typeof THREADING_KINDS;

/** How long the programs of a family may be: those in which each instruction is many steps have to be short. */
export const THREADING_LONG: ReadonlySet<string> = new Set(['lockTimed', 'rlock', 'condition', 'conditionFor', 'bounded', 'barrier', 'queueDone', 'queueShut', 'future', 'futures', 'pySemaphore', 'event', 'lifoShut', 'queueTry', 'barrierAction']);
export const THREADING_LONGER: ReadonlySet<string> = new Set(['semaphoreTimed', 'barrierTimed', 'futureTimed', 'simple', 'local']);
export const THREADING_LONGEST: ReadonlySet<string> = new Set(['rlockTimed', 'conditionTimed', 'eventTimed', 'queueTimed', 'thread', 'pyTimer', 'poolCalls']);

/** The objects of one random program. */
export class ThreadingWorld {
  readonly locks = [new Lock(), new Lock()];
  readonly rlocks = [new RLock(), new RLock()];
  readonly conditions = [new Condition(), new Condition(this.locks[1])];
  readonly items = [0];
  readonly events = [new Event(), new Event()];
  readonly semaphores = [new Semaphore(1), new Semaphore(2)];
  readonly bounded = [new BoundedSemaphore(1), new BoundedSemaphore(2)];
  readonly barriers = [new Barrier(2), new Barrier(2)];
  readonly queues = [new Queue<number>(1), new Queue<number>()];
  readonly lifos = [new LifoQueue<number>(2), new LifoQueue<number>()];
  readonly priorities = [new PriorityQueue<number>(), new PriorityQueue<number>(2)];
  readonly simples = [new SimpleQueue<number>(), new SimpleQueue<number>()];
  readonly futures = [new Future<number>(), new Future<number>()];
  readonly local = new local<{ x?: number }>();
  readonly acting: Barrier[] = [];
  readonly threads: Thread[] = [];
  readonly timers: Timer[] = [];
  readonly pools: ThreadPoolExecutor[] = [];
  acted = 0;
  fired = 0;

  /** Threads and pools are there only where the program uses them. */
  start($: Lowered, instructions: readonly (readonly [kind: string, object: number, value: number])[]): void {
    const uses = (prefix: string, o: number): boolean => instructions.some(([kind, object]) => kind.startsWith(prefix) && object === o);
    const world = this;
    const act = (): void => void this.acted++;
    for (const o of [0, 1]) {
      if (uses('barrierActing', o)) this.acting[o] = (new Barrier(2, o === 0 ? act : $.async(function* (): Steps {
        yield* $.call(world.simples[0]!.get, world.simples[0], [false], 0);
        return undefined;
      }, 'act')));
      if (uses('thread', o)) this.threads[o] = (new Thread({ name: 'thread', target: $.async(function* (): Steps { return undefined; }, 'thread') }));
      if (uses('pyTimer', o)) this.timers[o] = (new Timer(1 + o, () => void this.fired++));
      if (uses('pool', o)) this.pools[o] = (new ThreadPoolExecutor(1 + o));
    }
    for (const o of [0, 1]) {
      this.threads[o]?.start();
      this.timers[o]?.start();
    }
  }
}

/** One instruction: `kind` on object `o`. What it saw goes into `log`. */
export function* threadingInstruction($: Lowered, world: ThreadingWorld, kind: string, o: number, value: number, log: string[]): Steps {
  try {
    yield* instruction($, world, kind, o, value, log);
  } catch (error) {
    log.push((error as Error).name);
  }
  return undefined;
}

function* instruction($: Lowered, world: ThreadingWorld, kind: string, o: number, value: number, log: string[]): Steps {
  const queue = world.queues[o]!;
  const lifo = world.lifos[o]!;
  const lock = world.locks[o]!;
  const rlock = world.rlocks[o]!;
  const condition = world.conditions[o]!;
  const event = world.events[o]!;
  const semaphore = world.semaphores[o]!;
  const bounded = world.bounded[o]!;
  const barrier = world.barriers[o]!;
  const future = world.futures[o]!;
  const say = (text: unknown): void => void log.push(String(text));
  switch (kind) {
    case 'lockWith': yield* wait$($, lock, 'acquire', []); say('l'); yield* now($, lock, 'release', []); break;
    case 'lockKept': say(yield* wait$($, lock, 'acquire', [])); break;
    case 'lockTry': case 'lockTimed': {
      const got = yield* wait$($, lock, 'acquire', kind === 'lockTry' ? [false] : [true, 1]);
      say(got);
      if (got === true) yield* now($, lock, 'release', []);
      break;
    }
    case 'rlockWith': case 'rlockTwice': {
      yield* wait$($, rlock, 'acquire', []);
      if (kind === 'rlockTwice') { yield* wait$($, rlock, 'acquire', []); yield* now($, rlock, 'release', []); }
      say('r');
      yield* now($, rlock, 'release', []);
      break;
    }
    case 'rlockTry': case 'rlockTimed': say(yield* wait$($, rlock, 'acquire', kind === 'rlockTry' ? [false] : [true, 1])); break;
    case 'rlockRelease': yield* now($, rlock, 'release', []); break;
    case 'condWaiting': case 'condWaitTimed': {
      yield* wait$($, condition, 'acquire', []);
      say(yield* wait$($, condition, 'wait', kind === 'condWaiting' ? [] : [1]));
      yield* now($, condition, 'release', []);
      break;
    }
    case 'condNotify': case 'condNotifyAll': {
      yield* wait$($, condition, 'acquire', []);
      yield* now($, condition, kind === 'condNotify' ? 'notify' : 'notifyAll', []);
      yield* now($, condition, 'release', []);
      break;
    }
    case 'condLoose': yield* now($, condition, 'notify', []); break;
    case 'condPut': case 'condTake': {
      const shared = world.conditions[0]!;
      yield* wait$($, shared, 'acquire', []);
      if (kind === 'condPut') { world.items[0]!++; yield* now($, shared, 'notify', []); }
      else { yield* wait$($, shared, 'waitFor', [() => world.items[0]! > 0]); world.items[0]!--; say('took'); }
      yield* now($, shared, 'release', []);
      break;
    }
    case 'eventSet': case 'eventClear': yield* now($, event, kind === 'eventSet' ? 'set' : 'clear', []); break;
    case 'eventIsSet': say(yield* now($, event, 'isSet', [])); break;
    case 'eventWait': case 'eventWaitTimed': say(yield* wait$($, event, 'wait', kind === 'eventWait' ? [] : [1])); break;
    case 'semAcquire': say(yield* wait$($, semaphore, 'acquire', [])); break;
    case 'semTry': case 'semTimed': say(yield* wait$($, semaphore, 'acquire', kind === 'semTry' ? [false] : [true, 1])); break;
    case 'semRelease': yield* now($, semaphore, 'release', []); break;
    case 'boundAcquire': say(yield* wait$($, bounded, 'acquire', [])); break;
    case 'boundRelease': yield* now($, bounded, 'release', []); break;
    case 'boundWith': yield* wait$($, bounded, 'acquire', []); say('b'); yield* now($, bounded, 'release', []); break;
    case 'barrierWait': case 'barrierTimed': say(yield* wait$($, barrier, 'wait', kind === 'barrierWait' ? [] : [1])); break;
    case 'barrierActing': say(`${String(yield* wait$($, world.acting[o]!, 'wait', []))} ${world.acted}`); break;
    case 'barrierAbort': case 'barrierReset': yield* wait$($, world.acting[o] ?? barrier, kind === 'barrierAbort' ? 'abort' : 'reset', []); break;
    case 'barrierLook': yield* pause($); say(`${barrier.nWaiting}${barrier.broken}`); break;
    case 'lifoPut': yield* wait$($, lifo, 'put', [value]); break;
    case 'lifoGet': say(yield* wait$($, lifo, 'get', [])); break;
    case 'lifoShut': case 'lifoShutNow': yield* now($, lifo, 'shutdown', [kind === 'lifoShutNow']); break;
    case 'priorityPut': yield* wait$($, world.priorities[o]!, 'put', [value]); break;
    case 'priorityGet': say(yield* wait$($, world.priorities[o]!, 'get', [])); break;
    case 'queuePut': case 'queuePutTimed': yield* wait$($, queue, 'put', kind === 'queuePut' ? [value] : [value, true, 1]); break;
    case 'queueGet': case 'queueGetTimed': say(yield* wait$($, queue, 'get', kind === 'queueGet' ? [] : [true, 1])); break;
    case 'queueTryPut': yield* now($, queue, 'putNowait', [value]); break;
    case 'queueTryGet': say(yield* now($, queue, 'getNowait', [])); break;
    case 'queueSize': say(yield* now($, queue, 'qsize', [])); break;
    case 'queueShut': case 'queueShutNow': yield* now($, queue, 'shutdown', [kind === 'queueShutNow']); break;
    case 'queueGetDone': say(yield* wait$($, queue, 'get', [])); yield* now($, queue, 'taskDone', []); break;
    case 'queueDone': yield* now($, queue, 'taskDone', []); break;
    case 'queueJoin': yield* wait$($, queue, 'join', []); say('joined'); break;
    case 'simplePut': yield* now($, world.simples[o]!, 'put', [value]); break;
    case 'simpleGet': say(yield* wait$($, world.simples[o]!, 'get', [])); break;
    case 'simpleTry': say(yield* wait$($, world.simples[o]!, 'get', [false])); break;
    case 'threadAlive': say(yield* now($, world.threads[o]!, 'isAlive', [])); break;
    case 'threadJoin': case 'threadJoinTimed': yield* wait$($, world.threads[o]!, 'join', kind === 'threadJoin' ? [] : [1]); say(yield* now($, world.threads[o]!, 'isAlive', [])); break;
    case 'pyTimerCancel': yield* now($, world.timers[o]!, 'cancel', []); break;
    case 'pyTimerAlive': say(yield* now($, world.timers[o]!, 'isAlive', [])); say(world.fired); break;
    case 'localSet': yield* pause($); world.local.x = value; break;
    case 'localGet': yield* pause($); say(world.local.x); break;
    case 'futureResult': case 'futureResultTimed': say(yield* wait$($, future, 'result', kind === 'futureResult' ? [] : [1])); break;
    case 'futureCancel': say(yield* now($, future, 'cancel', [])); break;
    case 'futureDone': say(yield* now($, future, value % 2 === 0 ? 'done' : 'running', [])); break;
    case 'futureCallback': {
      let isCalled = false;
      yield* now($, future, 'addDoneCallback', [() => void (isCalled = true)]);
      say(isCalled);
      break;
    }
    case 'futureRun': say(yield* now($, future, 'setRunningOrNotifyCancel', [])); break;
    case 'futureSet': yield* now($, future, 'setResult', [value]); break;
    case 'futuresCompleted': {
      const iterator = asCompleted(world.futures);
      for (let i = 0; i < 2; i++) say(world.futures.indexOf(((yield* wait$($, iterator, 'next', [])) as { value: Future<number> }).value));
      break;
    }
    case 'futuresWait': case 'futuresFirst': {
      const { done } = (yield* $.call(wait, undefined, [world.futures, { returnWhen: kind === 'futuresWait' ? 'ALL_COMPLETED' : 'FIRST_COMPLETED' }], 0)) as { done: Set<Future<number>> };
      say([...done].map((one) => world.futures.indexOf(one)).join('+'));
      break;
    }
    case 'poolSubmit': {
      const submitted = (yield* now($, world.pools[o]!, 'submit', [$.async(function* (): Steps { return value; }, 'job')])) as Future<number>;
      if (value % 2 === 0) say(yield* wait$($, submitted, 'result', []));
      else say(yield* now($, submitted, 'cancel', []));
      break;
    }
    case 'poolShutdown': case 'poolCancelling': yield* wait$($, world.pools[o]!, 'shutdown', [{ cancelFutures: kind === 'poolCancelling', wait: value % 2 === 0 }]); say('shut'); break;
    default: throw new TypeError(`no such instruction: ${kind}`);
  }
  return undefined;
}

type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;

/** A call that may wait. */
function wait$($: Lowered, object: object, method: string, args: readonly unknown[]): Steps {
  return $.call((object as Methods)[method], object, args, 0);
}

/** A call that does not, with the point before it. */
function* now($: Lowered, object: object, method: string, args: readonly unknown[]): Steps {
  if ($.invoke(object, method, undefined, 0)) yield;
  return Reflect.apply((object as Methods)[method] as (...args: unknown[]) => unknown, object, args as unknown[]);
}

function* pause($: Lowered): Steps {
  if ($.invoke({}, 'look', undefined, 0)) yield;
  return undefined;
}
