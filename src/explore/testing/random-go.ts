import type { Lowered, Steps } from '#kernel';
import { RWMutex } from '#runtime/go';

/** What a random task may do with Go's other primitives, in families. A name ends in the digit of the object. */
export const GO_KINDS = {
  /** Read locks and write locks, each let go by who took it. */
  rwmutex: ['reading', 'writing'],
  /** Readers that come in twice: a writer may come in between. */
  rwtwice: ['reading', 'writing', 'readTwice'],
  rwtry: ['reading', 'writing', 'tryReading', 'tryWriting'],
  /** Any task lets go, whoever took it, if anybody. */
  rwloose: ['rLock', 'rUnlock', 'wLock', 'wUnlock'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type GoFamily = keyof typeof GO_KINDS;

/** The objects of one random program. Two of each, made when the program starts. */
export class GoWorld {
  readonly rwMutexes = [new RWMutex(), new RWMutex()];
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
    default: throw new Error(kind);
  }
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
