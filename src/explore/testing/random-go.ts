import type { Lowered, Steps } from '#kernel';
import { afterFunc, atomic, Chan, Cond, context, errgroup, Mutex, newTicker, newTimer, now, otherwise, Pool, Once, onceValue, RWMutex, select, semaphore, singleflight, sleep, SyncMap, type Ticker, type Timer } from '#runtime/go';

/** What a random task may do with Go's other primitives, in families. A name ends in the digit of the object. */
export const GO_KINDS = {
  /** Read locks and write locks, each let go by who took it. */
  rwmutex: ['reading', 'writing'],
  /** Readers that come in twice: a writer may come in between. */
  rwtwice: ['reading', 'writing', 'readTwice'],
  rwtry: ['reading', 'writing', 'tryReading', 'tryWriting'],
  /** Any task lets go, whoever took it, if anybody. */
  rwloose: ['rLock', 'rUnlock', 'wLock', 'wUnlock'],
  /** Waits without a condition: signals are lost. */
  cond: ['condWait', 'signal', 'broadcast', 'lockedSignal'],
  /** As it should be: a condition under the lock. */
  items: ['putItem', 'takeItem', 'takeItem'],
  once: ['once', 'onceSleeping', 'onceValue'],
  /** Functions that have to wait themselves. */
  onceMeeting: ['once', 'onceSend', 'onceReceive'],
  blind: ['addBlind', 'addBlind', 'load', 'addOne'],
  atomic: ['load', 'store', 'addOne', 'swap', 'compareAndSwap'],
  /** The second context hangs below the first. */
  context: ['cancel', 'err', 'cause', 'waitDone', 'pollDone', 'derive'],
  timeout: ['cancel', 'timeout', 'timeoutCancel', 'err', 'sleepLong'],
  afterFunc: ['cancel', 'afterFunc', 'stopAfterFunc'],
  sleeps: ['sleepLong', 'now'],
  timer: ['timerReceive', 'timerStop', 'timerReset', 'timerPoll', 'sleepLong'],
  timerSelect: ['timerStop', 'timerSelect', 'sleepLong'],
  timerFunc: ['funcStop', 'funcReset', 'sleepLong', 'funcCount'],
  ticker: ['tickerReceive', 'tickerStop', 'tickerReset', 'sleepLong'],
  semaphore: ['acquire1', 'acquire2', 'tryAcquire', 'acquireUntil', 'releaseLoose'],
  errgroup: ['groupGo', 'groupFail', 'groupTryGo', 'groupWait'],
  singleflight: ['flight', 'flightMeeting', 'flightChan', 'flightForget'],
  syncMap: ['mapLoad', 'mapStore', 'mapLoadOrStore', 'mapTake', 'mapSwap', 'mapCompare', 'mapRange', 'mapClear'],
  pool: ['poolGet', 'poolPut'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Families whose instructions take several steps each. */
export const LONG: ReadonlySet<string> = new Set(['rwmutex', 'rwtwice', 'rwtry', 'cond', 'items', 'once', 'onceMeeting', 'context', 'afterFunc', 'sleeps', 'pool']);
/** Those that take more steps still, some of them in tasks of their own. */
export const LONGER: ReadonlySet<string> = new Set(['owngroup', 'timeout', 'timer', 'timerSelect', 'ticker', 'semaphore', 'singleflight']);
/** Those that bring several tasks of their own each time. */
export const LONGEST: ReadonlySet<string> = new Set(['timerFunc', 'errgroup']);

export type GoFamily = keyof typeof GO_KINDS;

/** The objects of one random program. Two of each, made when the program starts. */
export class GoWorld {
  readonly rwMutexes = [new RWMutex(), new RWMutex()];
  readonly mutexes = [new Mutex(), new Mutex()];
  readonly conds = this.mutexes.map((mutex) => new Cond(mutex));
  readonly items = [0, 0];
  readonly onces = [new Once(), new Once()];
  /** How often the function of each `Once` was run. */
  readonly runs = [0, 0];
  readonly values = [0, 0];
  readonly numbers = [new atomic.Int32(), new atomic.Int32()];
  readonly contexts: context.Context[] = [];
  readonly cancels: context.CancelCauseFunc[] = [];
  readonly fired = [new atomic.Int32(), new atomic.Int32()];
  readonly #timers: Timer[] = [];
  readonly #funcs: Timer[] = [];
  readonly #tickers: Ticker[] = [];
  readonly seats = new semaphore.Weighted(2);
  readonly flights = new singleflight.Group<unknown>();
  readonly groups: errgroup.Group[] = [];
  readonly map = new SyncMap<number, number>();
  readonly pool = new Pool<string>(() => 'new');
  readonly meeting = new Chan<number>();
  readonly onceValues = [0, 1].map((o) => onceValue(() => `${o}:${++this.values[o]!}`));

  /** The timers that the program uses begin to run when it starts. */
  start(instructions: readonly (readonly [kind: string, object: number, value: number])[]): void {
    const uses = (prefix: string, o: number): boolean => instructions.some(([kind, object]) => kind.startsWith(prefix) && (object === o || kind === 'timerSelect'));
    for (const o of [0, 1]) {
      if (uses('timer', o)) this.#timers[o] = newTimer(1 + o);
      if (uses('func', o)) this.#funcs[o] = afterFunc(1 + o, () => { this.fired[o]!.add(1); });
      if (uses('ticker', o)) this.#tickers[o] = newTicker(1 + o);
    }
  }

  timer(o: number): Timer {
    return this.#timers[o] as Timer;
  }

  func(o: number): Timer {
    return this.#funcs[o] as Timer;
  }

  ticker(o: number): Ticker {
    return this.#tickers[o] as Ticker;
  }

  constructor() {
    for (const parent of [context.background(), undefined]) {
      const [ctx, cancel] = context.withCancelCause(parent ?? (this.contexts[0] as context.Context));
      this.contexts.push(ctx);
      this.cancels.push(cancel);
    }
    this.groups.push(errgroup.withContext(context.background())[0], new errgroup.Group());
    this.groups[1]!.setLimit(1);
  }
}

/** One instruction: `kind` on object `o`. What it saw goes into `log`. */
export function* goInstruction($: Lowered, world: GoWorld, kind: string, o: number, value: number, log: string[]): Steps {
  const rw = world.rwMutexes[o] as RWMutex;
  switch (kind) {
    case 'reading': {
      yield* $.call(rw.rLock, rw, [], 0);
      log.push('r');
      yield* letGo($, rw, 'rUnlock');
      break;
    }
    case 'writing': {
      yield* $.call(rw.lock, rw, [], 0);
      log.push('w');
      yield* letGo($, rw, 'unlock');
      break;
    }
    case 'readTwice': {
      yield* $.call(rw.rLock, rw, [], 0);
      yield* $.call(rw.rLock, rw, [], 0);
      log.push('rr');
      yield* letGo($, rw, 'rUnlock');
      yield* letGo($, rw, 'rUnlock');
      break;
    }
    case 'tryReading': case 'tryWriting': {
      const [attempt, leave] = kind === 'tryReading' ? (['tryRLock', 'rUnlock'] as const) : (['tryLock', 'unlock'] as const);
      if ($.invoke(rw, attempt, undefined, 0)) yield;
      const got = rw[attempt]();
      log.push(`${attempt}${got}`);
      if (got) yield* letGo($, rw, leave);
      break;
    }
    case 'rLock': yield* $.call(rw.rLock, rw, [], 0); log.push('rl'); break;
    case 'wLock': yield* $.call(rw.lock, rw, [], 0); log.push('wl'); break;
    case 'rUnlock': case 'wUnlock': yield* tolerant(log, () => letGo($, rw, kind === 'rUnlock' ? 'rUnlock' : 'unlock')); break;
    case 'condWait': case 'lockedSignal': {
      const mutex = world.mutexes[o] as Mutex;
      const cond = world.conds[o] as Cond;
      yield* $.call(mutex.lock, mutex, [], 0);
      if (kind === 'condWait') yield* $.call(cond.wait, cond, [], 0);
      else yield* wake($, cond, 'signal');
      log.push(kind);
      yield* unlock($, mutex);
      break;
    }
    case 'signal': case 'broadcast': yield* wake($, world.conds[o] as Cond, kind); break;
    case 'putItem': case 'takeItem': {
      const mutex = world.mutexes[0] as Mutex;
      const cond = world.conds[0] as Cond;
      yield* $.call(mutex.lock, mutex, [], 0);
      if (kind === 'takeItem') {
        while (world.items[0] === 0) yield* $.call(cond.wait, cond, [], 0);
        world.items[0]!--;
        log.push('took');
      } else {
        world.items[0]!++;
        yield* wake($, cond, 'signal');
      }
      yield* unlock($, mutex);
      break;
    }
    case 'once': case 'onceSleeping': case 'onceSend': case 'onceReceive': {
      const once = world.onces[o] as Once;
      const body = $.async(function* (): Steps {
        world.runs[o]!++;
        if (kind === 'onceSleeping') yield* $.call(sleep, undefined, [1], 0);
        if (kind === 'onceSend') yield* $.call(world.meeting.send, world.meeting, [value], 0);
        if (kind === 'onceReceive') log.push(String(yield* $.call(world.meeting.receive, world.meeting, [], 0)));
        log.push('ran');
        return undefined;
      }, 'body');
      yield* $.call(once.do, once, [body], 0);
      log.push(`o${world.runs[o]}`);
      break;
    }
    case 'onceValue': log.push(String(yield* $.call(world.onceValues[o], undefined, [], 0))); break;
    case 'addBlind': if ($.invoke(world.numbers[o], 'add', true, 0)) yield; (world.numbers[o] as atomic.Int32).add(value); break;
    case 'load': case 'store': case 'addOne': case 'swap': case 'compareAndSwap': {
      const number = world.numbers[o] as atomic.Int32;
      if ($.invoke(number, kind === 'addOne' ? 'add' : kind, undefined, 0)) yield;
      switch (kind) {
        case 'load': log.push(`n${number.load()}`); break;
        case 'store': number.store(value); break;
        case 'addOne': log.push(`+${number.add(1)}`); break;
        case 'swap': log.push(`s${number.swap(value)}`); break;
        case 'compareAndSwap': log.push(`c${number.compareAndSwap(value % 2, value)}`); break;
      }
      break;
    }
    case 'cancel': yield* cancel($, world.cancels[o] as context.CancelCauseFunc, value); break;
    case 'err': log.push(yield* errOf($, world.contexts[o] as context.Context)); break;
    case 'cause': if ($.invokeFunction(context.cause, undefined, 0)) yield; log.push(`why ${String(context.cause(world.contexts[o] as context.Context))}`); break;
    case 'waitDone': {
      const done = world.contexts[o]!.done();
      log.push(`${String(yield* $.call(done.receive, done, [], 0))} ${yield* errOf($, world.contexts[o] as context.Context)}`);
      break;
    }
    case 'pollDone': log.push(String(yield* $.call(select, undefined, [world.contexts[o]!.done().onReceive(() => 'ended'), otherwise(() => 'goes on')], 0))); break;
    case 'derive': {
      const [child] = context.withCancel(world.contexts[o] as context.Context);
      log.push(`child ${yield* errOf($, child)}`);
      break;
    }
    case 'timeout': case 'timeoutCancel': {
      const [child, stop] = context.withTimeoutCause(world.contexts[o] as context.Context, 1 + (value % 2), 'late');
      if (kind === 'timeoutCancel') yield* cancel($, stop, value);
      yield* $.call(child.done().receive, child.done(), [], 0);
      log.push(`${yield* errOf($, child)}: ${String(context.cause(child))}`);
      break;
    }
    case 'sleepLong': yield* $.call(sleep, undefined, [value % 4], 0); break;
    case 'now': log.push(`now ${now()}`); break;
    case 'afterFunc': case 'stopAfterFunc': {
      const at = log.push('not started') - 1;
      const body = $.async(function* (): Steps { log[at] = 'started'; return undefined; }, 'after') as () => unknown;
      const stop = context.afterFunc(world.contexts[o] as context.Context, body);
      if (kind === 'afterFunc') break;
      if ($.invokeFunction(stop, undefined, 0)) yield;
      log.push(`stopped ${stop()}`);
      break;
    }
    case 'timerReceive': log.push(`at ${String(yield* $.call(world.timer(o).c.receive, world.timer(o).c, [], 0))}`); break;
    case 'timerPoll': log.push(String(yield* $.call(select, undefined, [world.timer(o).c.onReceive((time) => time), otherwise(() => '-')], 0))); break;
    case 'timerSelect': log.push(String(yield* $.call(select, undefined, [world.timer(0).c.onReceive((time) => `first ${String(time)}`), world.timer(1).c.onReceive((time) => `second ${String(time)}`)], 0))); break;
    case 'timerStop': case 'timerReset': case 'funcStop': case 'funcReset': {
      const timer = kind.startsWith('timer') ? world.timer(o) : world.func(o);
      const method = kind.endsWith('Stop') ? 'stop' : 'reset';
      if ($.invoke(timer, method, undefined, 0)) yield;
      log.push(`${method} ${timer[method](1 + (value % 2))}`);
      break;
    }
    case 'funcCount': if ($.invoke(world.fired[o], 'load', undefined, 0)) yield; log.push(`fired ${world.fired[o]!.load()}`); break;
    case 'tickerReceive': log.push(`at ${String(yield* $.call(world.ticker(o).c.receive, world.ticker(o).c, [], 0))}`); break;
    case 'tickerStop': case 'tickerReset': {
      const method = kind === 'tickerStop' ? 'stop' : 'reset';
      if ($.invoke(world.ticker(o), method, undefined, 0)) yield;
      world.ticker(o)[method](1 + (value % 2));
      break;
    }
    case 'acquire1': case 'acquire2': {
      const n = kind === 'acquire1' ? 1 : 2;
      yield* $.call(world.seats.acquire, world.seats, [context.background(), n], 0);
      log.push(`seats ${n}`);
      yield* release($, world.seats, n);
      break;
    }
    case 'acquireUntil': {
      const [ctx, stop] = context.withCancel(context.background());
      afterFunc(1, stop);
      yield* tolerant(log, () => $.call(world.seats.acquire, world.seats, [ctx, 1 + (value % 3)], 0));
      break;
    }
    case 'tryAcquire': {
      if ($.invoke(world.seats, 'tryAcquire', undefined, 0)) yield;
      const got = world.seats.tryAcquire(1 + o);
      log.push(`try ${got}`);
      if (got) yield* release($, world.seats, 1 + o);
      break;
    }
    case 'releaseLoose': yield* tolerant(log, () => release($, world.seats, 1)); break;
    case 'groupGo': case 'groupFail': case 'groupTryGo': {
      const group = world.groups[o] as errgroup.Group;
      const body = $.async(function* (): Steps {
        if ($.invoke(world.fired[0], 'add', undefined, 0)) yield;
        world.fired[0]!.add(1);
        if (kind === 'groupFail') throw new RangeError(`failed ${value}`);
        return undefined;
      }, 'body') as () => unknown;
      if (kind === 'groupTryGo') {
        if ($.invoke(group, 'tryGo', undefined, 0)) yield;
        log.push(`try ${group.tryGo(body)}`);
      } else yield* $.call(group.go, group, [body], 0);
      break;
    }
    case 'groupWait': yield* tolerant(log, () => $.call(world.groups[o]!.wait, world.groups[o], [], 0)); break;
    case 'flight': case 'flightMeeting': {
      const body = $.async(function* (): Steps {
        if (kind === 'flightMeeting') yield* $.call(sleep, undefined, [1], 0);
        return value;
      }, 'body');
      const pair = yield* $.call(world.flights.do, world.flights, [o, body], 0);
      log.push(`flight ${String(pair)}`);
      break;
    }
    case 'flightChan': {
      if ($.invoke(world.flights, 'doChan', undefined, 0)) yield;
      const channel = world.flights.doChan(o, () => value);
      const result = (yield* $.call(channel.receive, channel, [], 0)) as singleflight.Result<number>;
      log.push(`chan ${String(result.value)} ${result.shared}`);
      break;
    }
    case 'mapLoad': yield* onMap($, world.map, 'load', log, (map) => map.load(o)); break;
    case 'mapStore': yield* onMap($, world.map, 'store', log, (map) => map.store(o, value)); break;
    case 'mapLoadOrStore': yield* onMap($, world.map, 'loadOrStore', log, (map) => map.loadOrStore(o, value)); break;
    case 'mapTake': yield* onMap($, world.map, 'loadAndDelete', log, (map) => map.loadAndDelete(o)); break;
    case 'mapSwap': yield* onMap($, world.map, 'swap', log, (map) => map.swap(o, value)); break;
    case 'mapCompare': yield* onMap($, world.map, 'compareAndSwap', log, (map) => map.compareAndSwap(o, value % 2, value % 3)); break;
    case 'mapClear': yield* onMap($, world.map, 'clear', log, (map) => map.clear()); break;
    case 'mapRange': yield* onMap($, world.map, 'range', log, (map) => { const seen: string[] = []; map.range((key, item) => { seen.push(`${key}:${item}`); }); return seen.sort(); }); break;
    case 'poolGet': log.push(`got ${String(yield* $.call(world.pool.get, world.pool, [], 0))}`); break;
    case 'poolPut': if ($.invoke(world.pool, 'put', undefined, 0)) yield; world.pool.put(`v${value}`); break;
    case 'flightForget': if ($.invoke(world.flights, 'forget', undefined, 0)) yield; world.flights.forget(o); break;
    default: throw new Error(kind);
  }
  return undefined;
}

function* onMap($: Lowered, map: SyncMap<number, number>, method: string, log: string[], act: (map: SyncMap<number, number>) => unknown): Steps {
  if ($.invoke(map, method, undefined, 0)) yield;
  log.push(`${method} ${String(act(map))}`);
  return undefined;
}

function* release($: Lowered, seats: semaphore.Weighted, n: number): Steps {
  if ($.invoke(seats, 'release', undefined, 0)) yield;
  seats.release(n);
  return undefined;
}

function* cancel($: Lowered, act: (cause?: unknown) => void, cause: unknown): Steps {
  if ($.invokeFunction(act, undefined, 0)) yield;
  act(cause);
  return undefined;
}

function* errOf($: Lowered, ctx: context.Context): Steps<string> {
  if ($.invoke(ctx, 'err', undefined, 0)) yield;
  return ctx.err()?.message ?? 'none';
}

function* wake($: Lowered, cond: Cond, method: 'signal' | 'broadcast'): Steps {
  if ($.invoke(cond, method, undefined, 0)) yield;
  cond[method]();
  return undefined;
}

function* unlock($: Lowered, mutex: Mutex): Steps {
  if ($.invoke(mutex, 'unlock', undefined, 0)) yield;
  mutex.unlock();
  return undefined;
}

function* letGo($: Lowered, rw: RWMutex, method: 'unlock' | 'rUnlock'): Steps {
  if ($.invoke(rw, method, undefined, 0)) yield;
  rw[method]();
  return undefined;
}

/** Goes on after a failure, so that a program is more than its first mistake. */
function* tolerant(log: string[], body: () => Steps): Steps {
  try {
    yield* body();
    log.push('ok');
  } catch (error) {
    log.push(String((error as Error).message));
  }
  return undefined;
}
