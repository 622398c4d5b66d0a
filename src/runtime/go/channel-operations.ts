import { Operation, RECEIVE, SEND, SHARED, type Access, type Shared, type Side } from '#kernel';
import type { Chan } from './channel.ts';
import type { Offer } from './offers.ts';

/** `await ch.send(value)`. */
export class SendOperation<T> extends Operation<void> implements Offer<T> {
  readonly verb = 'send';
  readonly reason = 'chan send';
  readonly resource: Shared;
  readonly #channel: Chan<T>;
  readonly value: T;
  before: Offer<T> | undefined = undefined;
  after: Offer<T> | undefined = undefined;

  constructor(channel: Chan<T>, value: T) {
    super();
    this.#channel = channel;
    this.value = value;
    this.resource = channel[SHARED];
  }

  get operation(): Operation<unknown> {
    return this as Operation<unknown>;
  }

  accept(): undefined {}

  ways(): number {
    return this.#channel.waysToSend(this);
  }

  override wayKey(way: number): number {
    return this.#channel.partnerOf(this, 'send', way);
  }

  override wayWords(way: number): string {
    return this.#channel.wordsFor(this, 'send', way, this.value);
  }

  perform(way: number): void {
    this.#channel.performSend(this, this.value, way);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    if (this.#channel.capacity > 0) touch(this.resource, SEND);
  }

  override meetings(visit: (place: Shared, side: Side, waits: boolean) => void): void {
    if (this.#channel.capacity === 0) visit(this.resource, 'send', true);
  }

  override park(): void {
    this.#channel.park('send', this);
  }

  override unpark(): void {
    this.#channel.unpark('send', this);
  }

  override get waitsLikeOthers(): boolean {
    return true;
  }

  override get isFoundByPartner(): boolean {
    return this.#channel.capacity === 0;
  }
}

/** `await ch.receive()` and its relatives: `shape` makes the result of the value and of whether there was one. */
export class ReceiveOperation<T, R> extends Operation<R> implements Offer<T> {
  readonly verb = 'receive';
  readonly reason = 'chan receive';
  readonly resource: Shared;
  readonly #channel: Chan<T>;
  readonly accept: (value: T | undefined, ok: boolean) => R;
  before: Offer<T> | undefined = undefined;
  after: Offer<T> | undefined = undefined;

  constructor(channel: Chan<T>, shape: (value: T | undefined, ok: boolean) => R) {
    super();
    this.#channel = channel;
    this.accept = shape;
    this.resource = channel[SHARED];
  }

  get value(): undefined {
    return undefined;
  }

  get operation(): Operation<unknown> {
    return this as Operation<unknown>;
  }

  ways(): number {
    return this.#channel.waysToReceive(this, false);
  }

  override wayKey(way: number): number {
    return this.#channel.partnerOf(this, 'receive', way);
  }

  override wayWords(way: number): string {
    return this.#channel.wordsFor(this, 'receive', way, undefined);
  }

  perform(way: number): R {
    const [value, ok] = this.#channel.performReceive(this, way);
    return this.accept(value, ok);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    if (this.#channel.capacity > 0) touch(this.resource, RECEIVE);
  }

  override meetings(visit: (place: Shared, side: Side, waits: boolean) => void): void {
    if (this.#channel.capacity === 0) visit(this.resource, 'receive', true);
  }

  override park(): void {
    this.#channel.park('receive', this);
  }

  override unpark(): void {
    this.#channel.unpark('receive', this);
  }

  override get waitsLikeOthers(): boolean {
    return true;
  }

  override get isFoundByPartner(): boolean {
    return this.#channel.capacity === 0;
  }
}
