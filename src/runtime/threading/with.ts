import { Call, type Access, type Body, type Operation, type Shared, type SHARED } from '#kernel';

/** What a `Condition` needs of its lock. */
export interface Lockable {
  /** @internal */
  readonly [SHARED]: Shared;
  acquire(blocking?: boolean, timeout?: number): Promise<boolean>;
  release(): void;
  /** @internal */
  isOwned(): boolean;
  /** @internal Lets it go, however often it is held, and says how often that was. */
  letGo(): number;
  /** @internal Takes it, `depth` times. */
  taking(depth: number): Operation<boolean>;
  /** @internal What letting it go does to it. */
  releasing(): Access;
}

/** Python's `with` on what is acquired and released. */
export function* withHeld<R>(held: { taking(depth: number): Operation<boolean>; release(): void }, body: () => R): Body<Awaited<R>> {
  yield held.taking(1);
  try {
    return (yield new Call(body as (...args: never[]) => unknown, undefined, [])) as Awaited<R>;
  } finally {
    held.release();
  }
}
