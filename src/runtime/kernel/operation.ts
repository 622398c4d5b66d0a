import { PRINTED } from '#base';
import type { WaitReason } from '#trace';
import type { Access } from './access.ts';
import { kernel } from './ambient.ts';
import type { Shared } from './shared.ts';

/** What came of an operation that was awaited at once, for whoever awaits it again. */
export interface Outcome {
  readonly failed: boolean;
  readonly value: unknown;
}

/** A side of a meeting: on `send` is who gives. */
export type Side = 'send' | 'receive';

/** A task as primitives see it. */
export interface TaskRef {
  readonly id: number;
  readonly name: string;
}

/** `task` as a lock remembers it: a program that finds it there can reach nothing of the run from it. */
export const refTo = ({ id, name }: TaskRef): TaskRef => ({ id, name });

/**
 * Something that may have to wait. Primitives are made of these.
 *
 * Rules for an operation:
 * - `ways()` says in how many ways it could complete at this moment, 0 meaning that it has to wait. It changes nothing.
 * - `perform(way)` completes it. It is called once, with `way < ways()`, and nothing happens in between.
 * - `intend` names every access that `perform` might make, for the explorer to know what the task is about to do. Accesses that it
 *   would make together, in one of several ways, have the same number.
 *
 * It can be awaited like a promise; then the kernel that is in charge runs it.
 */
export abstract class Operation<T> implements PromiseLike<T> {
  abstract readonly verb: string;
  abstract readonly reason: WaitReason;
  abstract readonly resource: Shared | undefined;
  /** The task that runs it, once it has one. */
  owner: TaskRef | undefined = undefined;
  /** The promise of it, once somebody asked for one: however often it is awaited, it is done once. */
  promise: unknown = undefined;
  /** The program has hold of it, as a promise that it may await again. */
  isPublic = false;
  /** What came of it, if it was done where it was awaited. */
  outcome: Outcome | undefined = undefined;

  /** False for what is always ready. */
  get canWait(): boolean {
    return true;
  }

  /** True for what never waits and can be done in one way only: nobody has to ask it for its `ways`. */
  get isCertain(): boolean {
    return false;
  }

  abstract ways(): number;
  abstract perform(way: number): T;
  abstract intend(touch: (resource: Shared, access: Access, together?: number) => void): void;

  /**
   * Names the places at which this operation can meet one of another task, and on which side it stands. Two sides that are at the same
   * place can go on together, whatever else there is. `waits`: it is there for others to find.
   */
  meetings(_visit: (place: Shared, side: Side, waits: boolean) => void): void {}

  /** To the program, what it did not await at once is a promise. */
  [PRINTED](): string {
    return 'Promise { <pending> }';
  }

  /** Names one way so that it keeps its name while others come and go: the case, the partner. */
  wayKey(way: number): number {
    return way;
  }

  /** What it would do in this way, in the words of a trace, where `verb` and `resource` do not say it all: "send jobs ← 7". */
  wayWords(_way: number): string | undefined {
    return undefined;
  }

  /** Which of `ways` to go where nobody explores and nobody replays. `chance` gives numbers from 0 up to 1. */
  plainWay(_ways: number, _chance: () => number): number {
    return 0;
  }

  /** Whether all operations of this class that wait for the same resource are ready at the same times, so that it is enough to ask one. */
  get waitsLikeOthers(): boolean {
    return false;
  }

  /** Not only a change of `resource` lets it go on, but of anything that `intend` names. For the native kernel. */
  get waitsAtSeveral(): boolean {
    return false;
  }

  /** Whether only its partner looks for it, and the primitive tells the kernel by `retry` when anything else lets it go on. */
  get isFoundByPartner(): boolean {
    return false;
  }

  /** Called when the operation starts to wait, and when it stops. */
  park(): void {}
  unpark(): void {}

  /** The task that holds what this one waits for. */
  holder(): TaskRef | undefined {
    return undefined;
  }

  /** Whether that task does not hold it yet: it waits as well, and comes first. */
  get isBehind(): boolean {
    return false;
  }

  /** The task that has to act before this one can go on, where there is exactly one. */
  waitsFor(): TaskRef | undefined {
    return this.holder();
  }

  then<A = T, B = never>(done?: ((value: T) => A | PromiseLike<A>) | null, failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return kernel().promised(this).then(done, failed);
  }

  catch<B = never>(failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, failed);
  }

  finally(last?: (() => void) | null): Promise<T> {
    return kernel().promised(this).finally(last);
  }
}

/** "call add", of a function or of the name of a method; nothing for what has no name. No code of the program runs for it. */
export function wordsOfCall(called: unknown): string | undefined {
  const name: unknown = typeof called === 'function' ? Object.getOwnPropertyDescriptor(called, 'name')?.value : called;
  return typeof name === 'string' && name !== '' ? `call ${name}` : undefined;
}

/** One that never waits: a step that others may come before, and no more. */
export abstract class ReadyOperation<T> extends Operation<T> {
  override get canWait(): boolean {
    return false;
  }

  /** Some never wait and yet leave a choice, as of which item of a pool is had. */
  override get isCertain(): boolean {
    return this.ways === ReadyOperation.prototype.ways;
  }

  ways(): number {
    return 1;
  }
}

/** A call to make in the same task, waiting for what it returns: `yield new Call(handler, undefined, [value])`. */
export class Call {
  readonly callee: (...args: never[]) => unknown;
  readonly self: unknown;
  readonly args: readonly unknown[];

  constructor(callee: (...args: never[]) => unknown, self: unknown, args: readonly unknown[]) {
    this.callee = callee;
    this.self = self;
    this.args = args;
  }
}

/** Body of a primitive that takes several operations. Yield an `Operation`, a `Call` or a promise; get its value. */
export type Body<T> = Generator<Operation<unknown> | Call | PromiseLike<unknown>, T, any>;
