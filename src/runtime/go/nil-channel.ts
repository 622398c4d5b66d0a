import { Operation, SHARED, type Shared } from '#kernel';
import { Chan } from './channel.ts';
import { Panic } from './panic.ts';

/** Waits for ever. */
class NilOperation extends Operation<never> {
  readonly verb: 'send' | 'receive';
  readonly reason: 'chan send (nil chan)' | 'chan receive (nil chan)';
  readonly resource: Shared;

  constructor(channel: Chan<unknown>, verb: 'send' | 'receive') {
    super();
    this.verb = verb;
    this.reason = `chan ${verb} (nil chan)`;
    this.resource = channel[SHARED];
  }

  override get waitsLikeOthers(): boolean {
    return true;
  }

  ways(): number {
    return 0;
  }

  perform(): never {
    throw new Error('[internal] an operation on a nil channel went on');
  }

  intend(): void {}
}

/** A channel on which nothing ever happens. */
export class NilChan<T> extends Chan<T> {
  protected override sending(): Operation<void> {
    return new NilOperation(this as Chan<unknown>, 'send');
  }

  protected override receiving(): Operation<never> {
    return new NilOperation(this as Chan<unknown>, 'receive');
  }

  override close(): void {
    throw new Panic('close of nil channel');
  }

  override waysToSend(): number {
    return 0;
  }

  override waysToReceive(): number {
    return 0;
  }

  /** Nobody meets here: a `select` need not leave word. */
  override park(): void {}

  override get isNil(): boolean {
    return true;
  }
}

/**
 * A nil channel, as a variable of a channel type is in Go before anything is assigned to it. A send and a receive wait for ever, a case of
 * `select` on it is never taken, `close` panics, its length and capacity are 0.
 *
 * It is how a case of a `select` is switched off: assign `nil()` to the variable. A case that is `undefined` does the same:
 * `select(input?.onReceive(show), done.onReceive())`.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Channel_types, https://go.dev/ref/spec#Select_statements (Go 1.27).
 *
 * @rules channel
 * @example
 * let input: Chan<number> = chan<number>(1);
 * await input.send(7);
 * input.close();
 * while (input.capacity > 0)
 *   await select(input.onReceive((n, ok) => {
 *     console.log(n, ok); // 7 true, undefined false
 *     if (!ok) input = nil();
 *   }));
 */
export function nil<T>(): Chan<T> {
  return new NilChan<T>(0, 'nil');
}

// A program gets objects of it.
