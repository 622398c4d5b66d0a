import { quote } from '#base';
import { ABOUT, CLOSE, FAILED, kernel, MEET, PEEK, RECEIVE, RECEIVE_CLOSED, SEND, SHARED, TRY_RECEIVE, TRY_RECEIVE_CLOSED, TRY_SEND, told, type Access, type Operation, type Shared, type Stamp } from '#kernel';
import type { RecvChan, SendChan } from './directions.ts';
import { Offers, type Offer } from './offers.ts';
import { Panic } from './panic.ts';
import { ReceiveOperation, SendOperation } from './channel-operations.ts';
import { receiveCase, sendCase, type SelectCase } from './select-case.ts';

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
 * @rules channel
 * @example
 * const answers = chan<number>();
 * go(async () => { await answers.send(42); });
 * console.log(await answers.receive()); // 42
 */
export class Chan<T> implements SendChan<T>, RecvChan<T> {
  /** @internal */
  readonly [SHARED]: Shared;
  /** Values that the channel can hold without a receiver. */
  readonly capacity: number;
  readonly #buffer: T[] = [];
  /** Where the values of the buffer were sent, and where room was made, on a kernel that gives stamps. */
  readonly #sentAt: Stamp[] = [];
  readonly #freed: Stamp[] = [];
  readonly #receivers = new Offers<T>();
  readonly #senders = new Offers<T>();
  #sent = 0;
  #closed = false;
  #closedAt: Stamp | undefined;

  /** @throws Panic "makechan: size out of range" if `capacity` is negative or not a whole number. Use `chan(capacity)` to make one. */
  constructor(capacity = 0, name?: string) {
    if (!Number.isInteger(capacity) || capacity < 0) throw new Panic(`makechan: size out of range: ${quote(capacity)}`);
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
    const k = kernel();
    if (!k.bothSidesMeet || this.#closed) return k.submit(this.sending(value));
    if (this.waysToSend(undefined) === 0) return k.wait(this.sending(value));
    this.performSend(undefined, value, 0);
    return k.atOnce() as Promise<void>;
  }

  /**
   * Receives a value. Waits while there is none. Returns `undefined` once the channel is closed and empty, where Go returns the
   * zero value; `receiveOk` tells the two apart.
   */
  receive(): Promise<T | undefined> {
    const k = kernel();
    if (k.bothSidesMeet) return this.waysToReceive(undefined, false) > 0 ? k.atOnceWith(this.performReceive(undefined, 0)[0]) : k.wait(this.receiving(valueOf<T>));
    return k.submit(this.receiving(valueOf<T>));
  }

  /** Receives a value together with whether there was one: `[value, true]`, or `[undefined, false]` once closed and empty. */
  receiveOk(): Promise<readonly [T, true] | readonly [undefined, false]> {
    return kernel().submit(this.receiving<readonly [T, true] | readonly [undefined, false]>((value, ok) => (ok ? [value as T, true] : [undefined, false])));
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
    if (!k.bothSidesMeet) return;
    // Each goes on, for the channel is closed, and so is no offer any more.
    for (let offer = this.#receivers.first; offer !== undefined; offer = this.#receivers.first) k.retry(offer.operation);
    for (let offer = this.#senders.first; offer !== undefined; offer = this.#senders.first) k.retry(offer.operation);
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
    return { next: () => kernel().submit(this.receiving(result)) };
  }

  /** @internal */
  protected sending(value: T): Operation<void> {
    return new SendOperation(this, value);
  }

  /** @internal */
  protected receiving<R>(shape: (value: T | undefined, ok: boolean) => R): Operation<R> {
    return new ReceiveOperation(this, shape);
  }

  /** @internal Whether nothing ever happens here. */
  get isNil(): boolean {
    return false;
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'length') return { verb: 'length', access: PEEK };
    return method === 'close' ? { verb: 'close', access: CLOSE } : undefined;
  }

  /** @internal The ways in which a send could complete now. `meet`: parked receivers can be handed a value. */
  waysToSend(self: Operation<unknown> | undefined): number {
    if (this.#closed) return 1;
    if (this.capacity > 0) return this.#buffer.length < this.capacity ? 1 : 0;
    return this.#receivers.count(self, kernel().bothSidesMeet ? 1 : Infinity);
  }

  /** @internal The ways in which a receive could complete now. */
  waysToReceive(self: Operation<unknown> | undefined, immediate: boolean): number {
    if (this.#buffer.length > 0) return 1;
    const meets = this.capacity === 0 && !this.#closed && (immediate || kernel().bothSidesMeet);
    if (meets) return this.#senders.count(self, kernel().bothSidesMeet ? 1 : Infinity);
    return this.#closed ? 1 : 0;
  }

  /** @internal Whether what is ready here is a hand-over between two tasks, rather than a buffered value or the channel's end. */
  isMeeting(): boolean {
    return this.capacity === 0 && !this.#closed;
  }

  /** @internal */
  partnerOf(self: Operation<unknown>, direction: 'send' | 'receive', way: number): number {
    if (this.#closed || this.capacity > 0) return 0;
    return ((direction === 'send' ? this.#receivers : this.#senders).pick(self, way)?.operation.owner?.id ?? -1) + 1;
  }

  /** @internal What a send or receive is about to do: "send jobs ← 7, to worker". */
  wordsFor(self: Operation<unknown>, direction: 'send' | 'receive', way: number, value: unknown): string {
    const partner = this.#closed || this.capacity > 0 ? undefined : (direction === 'send' ? this.#receivers : this.#senders).pick(self, way)?.operation.owner?.name;
    const { name } = this[SHARED];
    if (direction === 'send') return `send ${name} ← ${quote(value)}${partner === undefined ? '' : `, to ${partner}`}`;
    return `receive ${name}${partner === undefined ? '' : `, from ${partner}`}`;
  }

  /** @internal Completes a send. The first of these that applies: the channel is closed; a receiver is parked; there is room. */
  performSend(self: Operation<unknown> | undefined, value: T, way: number, immediate = false): void {
    const k = kernel();
    k.touch(this[SHARED], this.#closed ? FAILED : this.capacity === 0 ? MEET : immediate ? TRY_SEND : SEND);
    if (this.#closed) {
      k.acquire(this.#closedAt);
      throw new Panic('send on closed channel');
    }
    // Natively a receiver waits only if there is nothing in the buffer: the value need not go there first.
    if (this.capacity === 0 || (k.bothSidesMeet && this.#receivers.first !== undefined && this.#receivers.count(self, 1) > 0)) {
      const receiver = self === undefined ? this.#receivers.first : this.#receivers.pick(self, way);
      if (receiver === undefined) throw new Error('[internal] a send without a partner');
      // Nobody is told of what nobody writes down.
      if (k.bothSidesMeet) return k.complete(receiver.operation, receiver.accept(value, true));
      k.touch(this[SHARED], MEET, receiver.operation.owner);
      k.did('send', this[SHARED], { value: k.shown(value), flow: 'out', partner: receiver.operation.owner });
      if (immediate) k.signalled(this[SHARED], [receiver.operation]);
      const stamp = k.release();
      k.complete(receiver.operation, receiver.accept(value, true), { verb: 'receive', resource: this[SHARED], detail: { value: k.shown(value), flow: 'in' }, stamp, stampValue: k.shown(value) });
      return;
    }
    if (this.#sent >= this.capacity && this.#freed.length > 0) k.acquire(this.#freed.shift());
    this.#sent++;
    k.did('send', this[SHARED], { value: k.shown(value), flow: 'out' });
    this.#store(value, k.release());
    k.changed(this[SHARED]);
  }

  /** @internal Sends if there is room now, and says whether there was. For timers, which have no task that could wait. */
  sendNow(value: T): boolean {
    if (this.#closed || this.#buffer.length >= this.capacity) return false;
    const k = kernel();
    k.touch(this[SHARED], SEND);
    k.did('send', this[SHARED], { value: k.shown(value), flow: 'out' });
    this.#sent++;
    this.#store(value, k.release());
    k.changed(this[SHARED]);
    return true;
  }

  /** @internal Receives the value that is in the buffer. For timers that take back what nobody has received. */
  takeNow(): void {
    const k = kernel();
    k.touch(this[SHARED], TRY_RECEIVE);
    this.#buffer.shift();
    this.#sentAt.shift();
    k.changed(this[SHARED]);
  }

  /** @internal Completes a receive: from the buffer, from a parked sender, or because the channel is closed. */
  performReceive(self: Operation<unknown> | undefined, way: number, immediate = false): readonly [T | undefined, boolean] {
    const k = kernel();
    if (this.#buffer.length > 0) {
      const value = this.#buffer.shift() as T;
      k.touch(this[SHARED], immediate ? TRY_RECEIVE : RECEIVE);
      k.acquire(this.#sentAt.shift(), k.shown(value));
      k.did('receive', this[SHARED], { value: k.shown(value), flow: 'in' });
      const stamp = k.release();
      if (stamp !== undefined) this.#freed.push(stamp);
      k.changed(this[SHARED]);
      return [value, true];
    }
    if (this.#closed) {
      k.touch(this[SHARED], immediate ? TRY_RECEIVE_CLOSED : RECEIVE_CLOSED);
      k.acquire(this.#closedAt);
      k.did('receive', this[SHARED], { note: 'closed', flow: 'in' });
      return [undefined, false];
    }
    const sender = self === undefined ? this.#senders.first : this.#senders.pick(self, way);
    if (sender === undefined) throw new Error('[internal] a receive without a partner');
    const value = sender.value as T;
    if (k.bothSidesMeet) {
      k.complete(sender.operation, sender.accept(undefined, true));
      return [value, true];
    }
    k.touch(this[SHARED], MEET);
    k.touch(this[SHARED], MEET, sender.operation.owner);
    k.did('receive', this[SHARED], { value: k.shown(value), flow: 'in', partner: sender.operation.owner });
    k.complete(sender.operation, sender.accept(undefined, true), { verb: 'send', resource: this[SHARED], detail: { value: k.shown(value), flow: 'out' }, stamp: k.release() });
    return [value, true];
  }

  #store(value: T, stamp: Stamp | undefined): void {
    this.#buffer.push(value);
    if (stamp !== undefined) this.#sentAt.push(stamp);
  }

  /** @internal */
  park(direction: 'send' | 'receive', offer: Offer<T>): void {
    (direction === 'send' ? this.#senders : this.#receivers).add(offer);
  }

  /** @internal */
  unpark(direction: 'send' | 'receive', offer: Offer<T>): void {
    (direction === 'send' ? this.#senders : this.#receivers).remove(offer);
  }
}

/**
 * Makes a channel with room for `capacity` values. With 0 a send waits for a receiver.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Making_slices_maps_and_channels (Go 1.27).
 *
 * @rules channel
 * @example
 * const jobs = chan<number>(3);
 * await jobs.send(7);
 * console.log(jobs.length, 'of', jobs.capacity); // 1 of 3
 */
export function chan<T>(capacity = 0, name?: string): Chan<T> {
  return new Chan<T>(capacity, name);
}

/**
 * Closes `channel`: see `Chan.close`. What is only a `RecvChan` cannot be closed, and TypeScript says so.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Close (Go 1.27).
 *
 * @rules channel
 * @example
 * const jobs = chan<number>(1);
 * await jobs.send(7);
 * close(jobs);
 * for await (const n of jobs) console.log(n); // 7
 * close(jobs); // panics: close of closed channel
 */
export const close: (channel: SendChan<never>) => void = /* @__PURE__ */ told('close', function close(channel: SendChan<never>) {
  if (channel === undefined || channel === null) throw new Panic('close of nil channel');
  if (!(channel instanceof Chan)) throw new TypeError(`close takes a channel, not ${quote(channel)}`);
  channel.close();
});

const valueOf = <T>(value: T | undefined): T | undefined => value;
