import { randomFrom } from '#base';
import { Model, type Lowered, type Steps } from '#kernel';
import { anyOf, Chan, Mutex, otherwise, select, WaitGroup } from '#runtime/go';
import { Lock, Queue } from '#runtime/threading';
import type { Subject } from '../subject.ts';
import { GO_KINDS, GoWorld, goInstruction, LONG, LONGER, LONGEST, type GoFamily } from './random-go.ts';
import { LAMBDA_KINDS, lambdaInstruction, LambdaWorld, type LambdaFamily } from './random-lambda.ts';
import { THREADING_KINDS, THREADING_LONG, THREADING_LONGER, THREADING_LONGEST, threadingInstruction, ThreadingWorld, type ThreadingFamily } from './random-threading.ts';

/** What a random task may do. */
export type Family = 'memory' | 'locks' | 'channels' | 'unbuffered' | 'select' | 'default' | 'waitgroup' | 'owngroup' | 'loosegroup' | 'coin' | 'close' | 'queue' | 'sleep' | 'trylock' | 'promise' | GoFamily | ThreadingFamily | LambdaFamily;

type Instruction = readonly [kind: string, object: number, value: number];

export interface RandomProgram extends Subject {
  /** What the tasks saw, after a run. */
  observed(): string;
  readonly text: string;
}

const KINDS: Readonly<Record<Family, readonly string[]>> = {
  memory: ['read', 'write'],
  locks: ['lock'],
  channels: ['send', 'receive'],
  unbuffered: ['send0', 'receive0'],
  select: ['select', 'send0', 'receive0', 'send'],
  default: ['poll', 'pollSend', 'send0', 'receive0', 'send'],
  waitgroup: ['add', 'done', 'wait'],
  owngroup: ['go', 'add', 'done', 'wait'],
  loosegroup: ['add', 'tryDone', 'tryDone', 'wait'],
  coin: ['coin', 'write', 'send'],
  close: ['close', 'close0', 'receive', 'receive0'],
  queue: ['put', 'get'],
  promise: ['settle', 'await'],
  sleep: ['sleep'],
  trylock: ['trylock', 'lock'],
  ...GO_KINDS,
  ...THREADING_KINDS,
  ...LAMBDA_KINDS,
};

const LAMBDA: ReadonlySet<string> = new Set(Object.values(LAMBDA_KINDS).flat());

/** Instructions of many steps each make programs that the slow search does not get through: two tasks, or three with little to do. */
function sizeFor(seed: number, families: readonly Family[]): readonly [tasks: number, length: number] {
  if (families.some((family) => THREADING_LONGEST.has(family))) return [2, 1];
  if (families.some((family) => LONGEST.has(family) || family in LAMBDA_KINDS)) return [2, 1 + (seed % 2)];
  const isLonger = families.some((family) => LONGER.has(family) || THREADING_LONGER.has(family));
  if (!isLonger && !families.some((family) => LONG.has(family) || THREADING_LONG.has(family))) return [3, 3];
  return seed % 2 === 0 ? [2, isLonger ? 2 : 3] : [3, 1];
}

/** A small program of `tasks` tasks, `length` instructions each, over two objects of each kind. The same seed gives the same program. */
export function randomProgram(seed: number, families: readonly Family[], [tasks, length] = sizeFor(seed, families)): RandomProgram {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const kinds = families.flatMap((family) => KINDS[family]);
  const bodies: Instruction[][] = Array.from({ length: tasks }, () => Array.from({ length: 1 + Math.floor(random() * length) }, () => [pick(kinds), Math.floor(random() * 2), Math.floor(random() * 9)] as const));
  let logs: string[][] = [];
  return {
    text: bodies.map((body) => body.map(([kind, object]) => `${kind}${object}`).join(' ')).join(' | '),
    observed: () => logs.map((log) => log.join(',')).join(' | '),
    prepare(run) {
      const $ = new Model(run, {});
      return () => {
        logs = bodies.map(() => []);
        return program($, bodies, logs, (name, body) => run.spawn({ name, kind: 'goroutine', onFailure: 'crash', keepsAlive: true }, { callee: $.async(body, name), self: undefined, args: [] } as never));
      };
    },
  };
}

function* program($: Lowered, bodies: readonly Instruction[][], logs: string[][], spawn: (name: string, body: () => Steps) => void): Steps {
  const memory = [0, 0];
  const shared: World = {
    memory,
    cells: [0, 1].map((i) => $.cell(`x${i}`, 0, () => memory[i])),
    mutexes: [new Mutex(), new Mutex()],
    locks: [new Lock(), new Lock()],
    buffered: [new Chan<number>(1), new Chan<number>(2)],
    unbuffered: [new Chan<number>(), new Chan<number>()],
    groups: [new WaitGroup(), new WaitGroup()],
    queues: [new Queue<number>(1), new Queue<number>()],
    promises: bodies.flat().some(([kind]) => kind === 'settle') ? [settlable($), settlable($)] : [],
    go: new GoWorld(),
    threading: usesThreading(bodies) ? new ThreadingWorld() : undefined,
    lambda: bodies.flat().some(([kind]) => LAMBDA.has(kind)) ? new LambdaWorld(bodies.flat().map(([kind]) => kind)) : undefined,
  };
  shared.go.start(bodies.flat());
  shared.threading?.start($, bodies.flat());
  bodies.forEach((body, i) => spawn(`t${i}`, () => task($, shared, body, logs[i] as string[])));
  return undefined;
}

/** A program has the objects of Go or those of Python: objects that are not used cost time all the same. */
const usesThreading = (bodies: readonly Instruction[][]): boolean => bodies.flat().some(([kind]) => Object.values(THREADING_KINDS).some((kinds) => (kinds as readonly string[]).includes(kind)));

interface World {
  readonly memory: number[];
  readonly cells: unknown[];
  readonly mutexes: Mutex[];
  readonly locks: Lock[];
  readonly buffered: Chan<number>[];
  readonly unbuffered: Chan<number>[];
  readonly groups: WaitGroup[];
  readonly queues: Queue<number>[];
  readonly promises: { readonly promise: Promise<unknown>; readonly resolve: (value: unknown) => void }[];
  readonly go: GoWorld;
  readonly threading: ThreadingWorld | undefined;
  /** Only where it is used: an account is large. */
  readonly lambda: LambdaWorld | undefined;
}

function* task($: Lowered, world: World, body: readonly Instruction[], log: string[]): Steps {
  for (const [kind, o, value] of body) {
    const mutex = world.mutexes[o] as Mutex;
    const buffered = world.buffered[o] as Chan<number>;
    const unbuffered = world.unbuffered[o] as Chan<number>;
    const group = world.groups[o] as WaitGroup;
    const queue = world.queues[o] as Queue<number>;
    switch (kind) {
      case 'read': if ($.read(world.cells[o], 0)) yield; log.push(`r${world.memory[o]}`); break;
      case 'write': if ($.write(world.cells[o], 0)) yield; world.memory[o] = value; break;
      case 'lock': {
        yield* $.call(mutex.lock, mutex, [], 0);
        if ($.read(world.cells[o], 0)) yield;
        log.push(`l${world.memory[o]}`);
        if ($.write(world.cells[o], 0)) yield;
        world.memory[o] = value;
        if ($.invoke(mutex, 'unlock', undefined, 0)) yield;
        mutex.unlock();
        break;
      }
      case 'trylock': {
        if ($.invoke(mutex, 'tryLock', undefined, 0)) yield;
        const got = mutex.tryLock();
        log.push(`t${got}`);
        if (got) { if ($.invoke(mutex, 'unlock', undefined, 0)) yield; mutex.unlock(); }
        break;
      }
      case 'send': yield* $.call(buffered.send, buffered, [value], 0); break;
      case 'receive': log.push(`v${String(yield* $.call(buffered.receive, buffered, [], 0))}`); break;
      case 'send0': yield* $.call(unbuffered.send, unbuffered, [value], 0); break;
      case 'receive0': log.push(`u${String(yield* $.call(unbuffered.receive, unbuffered, [], 0))}`); break;
      case 'select': log.push(`s${String(yield* $.call(select, undefined, [buffered.onReceive((v) => `b${String(v)}`), unbuffered.onReceive((v) => `u${String(v)}`), (world.unbuffered[1 - o] as Chan<number>).onSend(value, () => 'sent')], 0))}`); break;
      case 'poll': log.push(`p${String(yield* $.call(select, undefined, [buffered.onReceive((v) => v), unbuffered.onReceive((v) => v), otherwise(() => '-')], 0))}`); break;
      case 'pollSend': log.push(`q${String(yield* $.call(select, undefined, [buffered.onSend(value, () => 'b'), unbuffered.onSend(value, () => 'u'), otherwise(() => '-')], 0))}`); break;
      case 'close': if ($.invoke(buffered, 'close', undefined, 0)) yield; buffered.close(); break;
      case 'close0': if ($.invoke(unbuffered, 'close', undefined, 0)) yield; unbuffered.close(); break;
      case 'add': if ($.invoke(group, 'add', undefined, 0)) yield; group.add(1); break;
      case 'done': if ($.invoke(group, 'done', undefined, 0)) yield; group.done(); break;
      case 'tryDone': {
        if ($.invoke(group, 'done', undefined, 0)) yield;
        try {
          group.done();
          log.push('d');
        } catch {
          log.push('d!');
        }
        break;
      }
      case 'wait': yield* $.call(group.wait, group, [], 0); log.push('w'); break;
      case 'go': if ($.invoke(group, 'go', undefined, 0)) yield; group.go($.async(function* () { if (value > 6) group.done(); return undefined; }, 'g')); break;
      case 'coin': log.push(`c${String(yield* $.call(anyOf, undefined, [[0, 1]], 0))}`); break;
      case 'put': yield* $.call(queue.put, queue, [value], 0); break;
      case 'get': log.push(`g${String(yield* $.call(queue.get, queue, [], 0))}`); break;
      case 'settle': {
        const resolve = world.promises[o]?.resolve;
        if ($.invokeFunction(resolve, [value], 0)) yield;
        resolve?.(value);
        break;
      }
      case 'await': log.push(`a${String(yield* $.await(world.promises[o]?.promise, 0))}`); break;
      case 'sleep': yield* $.call(sleeper, undefined, [value % 3], 0); log.push('z'); break;
      default:
        if (world.threading !== undefined) yield* threadingInstruction($, world.threading, kind, o, value, log);
        else if (world.lambda !== undefined && LAMBDA.has(kind)) yield* lambdaInstruction($, world.lambda, kind, o, value, log);
        else yield* goInstruction($, world.go, kind, o, value, log);
    }
  }
  return undefined;
}

import { sleep } from '#runtime/go';
/** A promise of the program, and the function that settles it. */
function settlable($: Lowered): World['promises'][number] {
  let resolve: (value: unknown) => void = () => {};
  const promise = new ($.globals['Promise'] as PromiseConstructor)((settle) => { resolve = settle; });
  return { promise, resolve };
}

const sleeper = (ms: number): Promise<void> => sleep(ms);
