import { kernel, NOW, Operation, ReadyOperation, type Access, type Shared } from '#kernel';
import { bytesOf } from '../payload.ts';
import type { Message, Received } from './message.ts';
import { USE, type QueueState } from './queue-state.ts';

export interface Outgoing {
  readonly body: string;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly delay: number;
}

/** What every step on a queue may touch. */
function intend({ shared, region, settings }: QueueState, touch: (resource: Shared, access: Access) => void): void {
  touch(shared, USE);
  touch(region.clock, NOW);
  region.work.intend(touch);
  if (settings.deadLetterQueue !== undefined) settings.deadLetterQueue.queue.intend(touch);
}

/** Puts messages into a queue, all in one step. Returns their ids. */
export class SendOperation extends ReadyOperation<string[]> {
  readonly verb = 'send';
  readonly reason = 'send';
  readonly resource: Shared;
  readonly #queue: QueueState;
  readonly #messages: readonly Outgoing[];

  constructor(queue: QueueState, messages: readonly Outgoing[]) {
    super();
    this.#queue = queue;
    this.#messages = messages;
    this.resource = queue.shared;
  }

  perform(): string[] {
    const k = kernel();
    const queue = this.#queue;
    const now = queue.region.now();
    k.touch(this.resource, USE);
    const sent = k.release();
    const ids: string[] = [];
    for (const { body, groupId, deduplicationId, delay } of this.#messages) {
      const id = `${queue.settings.name}-${queue.region.requestId()}`;
      const message: Message = { id, body, bytes: bytesOf(body), copy: 0, groupId, deduplicationId, sentAt: now, sent, receiveCount: 0, hidden: undefined };
      const isNew = queue.add(message, now, delay);
      queue.counts.sent++;
      k.did('send', this.resource, { value: body, flow: 'out', ...(isNew ? {} : { note: 'a duplicate: dropped' }) });
      ids.push(id);
    }
    queue.wake(now);
    return ids;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    intend(this.#queue, touch);
  }
}

/** Takes messages that are visible, and hides them. Waits for one, until `isOver`. */
export class ReceiveOperation extends Operation<Received[]> {
  readonly verb = 'receive';
  readonly reason = 'receive';
  readonly resource: Shared;
  readonly #queue: QueueState;
  readonly #most: number;
  readonly #visibility: number;
  readonly #isOver: () => boolean;
  readonly #after: ((now: number, received: number) => void) | undefined;

  constructor(queue: QueueState, most: number, visibility: number, isOver: () => boolean, after?: (now: number, received: number) => void) {
    super();
    this.#queue = queue;
    this.#most = most;
    this.#visibility = visibility;
    this.#isOver = isOver;
    this.#after = after;
    this.resource = queue.shared;
  }

  ways(): number {
    const there = this.#queue.available(this.#most).length;
    if (there === 0) return this.#isOver() ? 1 : 0;
    return this.#queue.region.chances.mayDuplicate && !this.#queue.settings.fifo ? 1 + there : 1;
  }

  override wayWords(way: number): string | undefined {
    const twice = this.#queue.available(this.#most)[way - 1];
    return twice === undefined ? undefined : `receive ${this.resource.name}; ${twice.body} will come again`;
  }

  /** With `way` n, the n-th message will be delivered once more. */
  perform(way: number): Received[] {
    const k = kernel();
    const queue = this.#queue;
    const now = queue.region.now();
    k.touch(this.resource, USE);
    queue.sweep(now);
    const messages = queue.available(this.#most);
    const received = queue.take(messages, now, this.#visibility);
    const twice = messages[way - 1];
    if (twice !== undefined) {
      queue.region.chances.takeDuplicate();
      queue.duplicate(twice, now);
    }
    k.did('receive', this.resource, { value: received.map(({ message }) => message.body).join(', '), flow: 'in', ...(twice === undefined ? {} : { note: `${twice.body} will come again` }) });
    this.#after?.(now, received.length);
    return received;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    intend(this.#queue, touch);
  }
}

/** Does something with messages that were received: deletes them, hides them longer or no more. */
export class SettleOperation<T> extends ReadyOperation<T> {
  readonly verb: string;
  readonly reason = 'settle';
  readonly resource: Shared;
  readonly #queue: QueueState;
  readonly #act: (now: number) => T;

  constructor(queue: QueueState, verb: string, act: (now: number) => T) {
    super();
    this.#queue = queue;
    this.verb = verb;
    this.#act = act;
    this.resource = queue.shared;
  }

  perform(): T {
    const queue = this.#queue;
    const now = queue.region.now();
    kernel().touch(this.resource, USE);
    const result = this.#act(now);
    kernel().did(this.verb, this.resource);
    queue.wake(now);
    return result;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    intend(this.#queue, touch);
  }
}
