import { quote } from '#base';
import { ABOUT, CLOSE, FAILED, kernel, MEET, PEEK, RECEIVE, RECEIVE_CLOSED, SEND, SHARED, TRY_RECEIVE, TRY_RECEIVE_CLOSED, TRY_SEND, type Access, type Operation, type Shared, type Stamp } from '#kernel';
import { Panic } from './panic.ts';
import { ReceiveOperation, SendOperation } from './channel-operations.ts';
import { receiveCase, sendCase, type SelectCase } from './select-case.ts';

/** An operation that is parked on a channel: one side of a hand-over that waits for the other. */
export interface Offer<T> {
  readonly operation: Operation<unknown>;
  /** The result that the operation completes with: what a receive returns, or what `select` makes of it. */
  accept(value: T | undefined, ok: boolean): unknown;
  /** What a parked sender brings. */
  readonly value?: T;
}

interface Slot<T> {
  readonly value: T;
  readonly stamp: Stamp | undefined;
}

/**
 * A queue between tasks. Senders wait when it is full, receivers when it is empty.
 *
 * With capacity 0, the default, the channel holds nothing: a send and a receive meet, and the value goes from one task straight to
 * the other.
 *
 * Order: the k-th send happens before the k-th receive is done; the k-th receive happens before the (k + capacity)-th send is
 * done; `close` happens before a receive that returns because the channel is closed.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Channel_types and https://go.dev/ref/mem#chan (Go 1.27).
 *
 * Invariants, true between any two steps:
 * - the buffer never holds more than `capacity` values
 * - once closed, a channel stays closed
 *
 * @example
 * const answers = chan<number>();
 * go(async () => { await answers.send(42); });
 * console.log(await answers.receive()); // 42
 */
export class Chan<T> {
  /** @internal */
  readonly [SHARED]: Shared;
  /** Values that the channel can hold without a receiver. */
  readonly capacity: number;
  readonly #buffer: Slot<T>[] = [];
  readonly #freed: (Stamp | undefined)[] = [];
  readonly #receivers: Offer<T>[] = [];
  readonly #senders: Offer<T>[] = [];
  #sent = 0;
  #closed = false;
  #closedAt: Stamp | undefined;

  /** @throws RangeError if `capacity` is negative or not a whole number. Use `chan(capacity)` to make one. */
  constructor(capacity = 0, name?: string) {
    if (!Number.isInteger(capacity) || capacity < 0) throw new RangeError(`makechan: size out of range: ${quote(capacity)}`);
    this.capacity = capacity;
    this[SHARED] = kernel().shared('channel', { name, capacity });
  }

  /** Values in the buffer now. Another task may change it before you look at the answer. */
  get length(): number {
    kernel().touch(this[SHARED], PEEK);
    return this.#buffer.length;
  }

  /**
   * Sends `value`. Waits while the buffer is full; with capacity 0, until a receiver takes the value.
   *
   * @throws Panic "send on closed channel" if the channel is closed, or is closed while this task waits.
   */
  send(value: T): Promise<void> {
    return kernel().submit(new SendOperation(this, value));
  }

  /**
   * Receives a value. Waits while there is none. Returns `undefined` once the channel is closed and empty, where Go returns the
   * zero value; `receiveOk` tells the two apart.
   */
  receive(): Promise<T | undefined> {
    return kernel().submit(new ReceiveOperation<T, T | undefined>(this, (value) => value));
  }

  /** Receives a value together with whether there was one: `[value, true]`, or `[undefined, false]` once closed and empty. */
  receiveOk(): Promise<readonly [T, true] | readonly [undefined, false]> {
    return kernel().submit(new ReceiveOperation<T, readonly [T, true] | readonly [undefined, false]>(this, (value, ok) => (ok ? [value as T, true] : [undefined, false])));
  }

  /**
   * Says that no more values will come. Values already in the buffer can still be received. Does not wait.
   *
   * @throws Panic "close of closed channel" if it was closed before.
   */
  close(): void {
    const k = kernel();
    k.touch(this[SHARED], this.#closed ? FAILED : CLOSE);
    if (this.#closed) throw new Panic('close of closed channel');
    this.#closed = true;
    k.did('close', this[SHARED]);
    this.#closedAt = k.release();
    k.changed(this[SHARED]);
  }

  /** A case of `select`: receive from this channel, then call `then` with the value and whether there was one. */
  onReceive<R = void>(then?: (value: T | undefined, ok: boolean) => R): SelectCase<R> {
    return receiveCase(this, then);
  }

  /** A case of `select`: send `value`, then call `then`. */
  onSend<R = void>(value: T, then?: () => R): SelectCase<R> {
    return sendCase(this, value, then);
  }

  /** Receives until the channel is closed and empty: `for await (const job of jobs)`, Go's `for job := range jobs`. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    const result = (value: T | undefined, ok: boolean): IteratorResult<T, undefined> => (ok ? { done: false, value: value as T } : { done: true, value: undefined });
    return { next: () => kernel().submit(new ReceiveOperation(this, result)) };
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'close' ? { verb: 'close', access: CLOSE } : undefined;
  }

  /** @internal The ways in which a send could complete now. `meet`: parked receivers can be handed a value. */
  waysToSend(self: Operation<unknown>): number {
    if (this.#closed) return 1;
    if (this.capacity > 0) return this.#buffer.length < this.capacity ? 1 : 0;
    return count(this.#receivers, self);
  }

  /** @internal The ways in which a receive could complete now. */
  waysToReceive(self: Operation<unknown>, immediate: boolean): number {
    if (this.#buffer.length > 0) return 1;
    const meets = this.capacity === 0 && !this.#closed && (immediate || kernel().bothSidesMeet);
    if (meets) return count(this.#senders, self);
    return this.#closed ? 1 : 0;
  }

  /** @internal Whether what is ready here is a hand-over between two tasks, rather than a buffered value or the channel's end. */
  isMeeting(): boolean {
    return this.capacity === 0 && !this.#closed;
  }

  /** @internal */
  partnerOf(self: Operation<unknown>, direction: 'send' | 'receive', way: number): number {
    if (this.#closed || this.capacity > 0) return 0;
    return (pick(direction === 'send' ? this.#receivers : this.#senders, self, way)?.operation.owner?.id ?? -1) + 1;
  }

  /** @internal Completes a send. The first of these that applies: the channel is closed; a receiver is parked; there is room. */
  performSend(self: Operation<unknown>, value: T, way: number, immediate = false): void {
    const k = kernel();
    k.touch(this[SHARED], this.#closed ? FAILED : this.capacity === 0 ? MEET : immediate ? TRY_SEND : SEND);
    if (this.#closed) {
      k.acquire(this.#closedAt);
      throw new Panic('send on closed channel');
    }
    if (this.capacity === 0) {
      const receiver = pick(this.#receivers, self, way);
      if (receiver === undefined) throw new Error('[internal] a send without a partner');
      k.touch(this[SHARED], MEET, receiver.operation.owner);
      k.did('send', this[SHARED], { value: k.shown(value), flow: 'out', partner: receiver.operation.owner });
      if (immediate) k.signalled(this[SHARED], [receiver.operation]);
      const stamp = k.release();
      k.complete(receiver.operation, receiver.accept(value, true), { verb: 'receive', resource: this[SHARED], detail: { value: k.shown(value), flow: 'in' }, stamp, stampValue: k.shown(value) });
      return;
    }
    if (this.#sent >= this.capacity) k.acquire(this.#freed.shift());
    this.#sent++;
    k.did('send', this[SHARED], { value: k.shown(value), flow: 'out' });
    this.#buffer.push({ value, stamp: k.release() });
    k.changed(this[SHARED]);
  }

  /** @internal Sends if there is room now, and says whether there was. For timers, which have no task that could wait. */
  sendNow(value: T): boolean {
    if (this.#closed || this.#buffer.length >= this.capacity) return false;
    const k = kernel();
    k.touch(this[SHARED], SEND);
    k.did('send', this[SHARED], { value: k.shown(value), flow: 'out' });
    this.#sent++;
    this.#buffer.push({ value, stamp: k.release() });
    k.changed(this[SHARED]);
    return true;
  }

  /** @internal Receives the value that is in the buffer. For timers that take back what nobody has received. */
  takeNow(): void {
    const k = kernel();
    k.touch(this[SHARED], TRY_RECEIVE);
    this.#buffer.shift();
    k.changed(this[SHARED]);
  }

  /** @internal Completes a receive: from the buffer, from a parked sender, or because the channel is closed. */
  performReceive(self: Operation<unknown>, way: number, immediate = false): readonly [T | undefined, boolean] {
    const k = kernel();
    const slot = this.#buffer.shift();
    if (slot !== undefined) {
      k.touch(this[SHARED], immediate ? TRY_RECEIVE : RECEIVE);
      k.acquire(slot.stamp, k.shown(slot.value));
      k.did('receive', this[SHARED], { value: k.shown(slot.value), flow: 'in' });
      this.#freed.push(k.release());
      k.changed(this[SHARED]);
      return [slot.value, true];
    }
    if (this.#closed) {
      k.touch(this[SHARED], immediate ? TRY_RECEIVE_CLOSED : RECEIVE_CLOSED);
      k.acquire(this.#closedAt);
      k.did('receive', this[SHARED], { note: 'closed', flow: 'in' });
      return [undefined, false];
    }
    const sender = pick(this.#senders, self, way);
    if (sender === undefined) throw new Error('[internal] a receive without a partner');
    const value = sender.value as T;
    k.touch(this[SHARED], MEET);
    k.touch(this[SHARED], MEET, sender.operation.owner);
    k.did('receive', this[SHARED], { value: k.shown(value), flow: 'in', partner: sender.operation.owner });
    k.complete(sender.operation, sender.accept(undefined, true), { verb: 'send', resource: this[SHARED], detail: { value: k.shown(value), flow: 'out' }, stamp: k.release() });
    return [value, true];
  }

  /** @internal */
  park(direction: 'send' | 'receive', offer: Offer<T>): void {
    (direction === 'send' ? this.#senders : this.#receivers).push(offer);
  }

  /** @internal */
  unpark(operation: Operation<unknown>): void {
    remove(this.#senders, operation);
    remove(this.#receivers, operation);
  }
}

/** Number of offers that are not of `self`: a `select` cannot hand a value to itself. */
function count<T>(offers: readonly Offer<T>[], self: Operation<unknown>): number {
  let n = 0;
  for (const offer of offers) if (offer.operation !== self) n++;
  return n;
}

function pick<T>(offers: readonly Offer<T>[], self: Operation<unknown>, way: number): Offer<T> | undefined {
  let n = 0;
  for (const offer of offers) if (offer.operation !== self && n++ === way) return offer;
  return undefined;
}

function remove<T>(offers: Offer<T>[], operation: Operation<unknown>): void {
  for (let i = offers.length - 1; i >= 0; i--) if (offers[i]?.operation === operation) offers.splice(i, 1);
}

/**
 * Makes a channel with room for `capacity` values. With 0 a send waits for a receiver.
 *
 * @example const jobs = chan<number>(3);
 */
export function chan<T>(capacity = 0, name?: string): Chan<T> {
  return new Chan<T>(capacity, name);
}

/** Closes `channel`: see `Chan.close`. */
export function close(channel: Chan<never>): void;
export function close<T>(channel: Chan<T>): void;
export function close<T>(channel: Chan<T>): void {
  if (channel === undefined || channel === null) throw new Panic('close of nil channel');
  if (!(channel instanceof Chan)) throw new TypeError(`close takes a channel, not ${quote(channel)}`);
  channel.close();
}
Object.defineProperty(close, ABOUT, { value: 'close' });
