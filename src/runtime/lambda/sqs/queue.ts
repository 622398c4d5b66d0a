import { checkOptions, quote } from '#base';
import { ABOUT, kernel, SHARED, type Access, type Body, type Shared } from '#kernel';
import { between } from '../async/settings.ts';
import type { BacklogPoint } from '../backlog.ts';
import { FIFO_REFUSED, SQS_LONGEST_DELAY, SQS_LONGEST_VISIBILITY, SQS_LONGEST_WAIT, SQS_REQUEST } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import { LambdaError } from '../errors.ts';
import type { Region } from '../region.ts';
import { ARN, DELIVER, LOAD, POLL, type EventSource, type Loadable, type Sending, type Target } from '../target.ts';
import { arnOf } from './events.ts';
import { SqsMapping } from './mapping.ts';
import type { Message, Received } from './message.ts';
import { ReceiveOperation, SendOperation, SettleOperation, type Outgoing } from './operations.ts';
import { LOOK, QueueState, USE } from './queue-state.ts';
import type { Pace, QueueLoadOptions } from '../arrivals.ts';
import { measuredQueue } from '../measure.ts';
import { checkFunction } from '../options.ts';
import { readQueue, readSource, type QueueOptions, type SqsSourceOptions } from './settings.ts';

/** How a message is sent. */
export interface SendOptions {
  /** FIFO only, and needed there: messages of one group are handled in order. */
  readonly groupId?: string;
  /** FIFO only: the same id within five minutes is the same message. */
  readonly deduplicationId?: string;
  /** Milliseconds until it can be received. Default: the queue's. */
  readonly delay?: number;
}

/** A message as `receive` returns it. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly receiveCount: number;
}

/** As CloudWatch names them (SQS Developer Guide, sqs-available-cloudwatch-metrics, 2026-11). Without a capital: what only the model can see. */
export interface QueueMetrics {
  readonly NumberOfMessagesSent: number;
  readonly NumberOfMessagesReceived: number;
  readonly NumberOfMessagesDeleted: number;
  readonly ApproximateNumberOfMessagesVisible: number;
  /** Received, and not deleted yet. */
  readonly ApproximateNumberOfMessagesNotVisible: number;
  readonly ApproximateNumberOfMessagesDelayed: number;
  /** Milliseconds. */
  readonly ApproximateAgeOfOldestMessage: number;
  /** Depth and age over time. */
  readonly series: readonly BacklogPoint[];
}

/**
 * An SQS queue. `account.queue(…)` makes one.
 *
 * A message stays in the queue until somebody deletes it. Who receives it only hides it, for the visibility timeout. So it may be handled
 * more than once: delivery is at least once. A standard queue may also hand out a message twice without that; the explorer tries it.
 *
 * Order: what the sender did happens before its message is received.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html (2026-11).
 *
 * @rules lambda#queues
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const orders = account.queue({ name: 'orders' });
 * await orders.send({ item: 'tea' });
 * const [message] = await orders.receive();
 * console.log(message?.body, message?.receiveCount); // {"item":"tea"} 1
 */
export class Queue implements Target, EventSource<SqsSourceOptions>, Loadable<QueueLoadOptions, QueueMetrics> {
  /** @internal */
  readonly [SHARED]: Shared;
  readonly #state: QueueState;
  readonly #loads: Pace[] = [];

  /** @internal */
  constructor(region: Region, options: QueueOptions) {
    this.#state = new QueueState(region, readQueue(options));
    this[SHARED] = this.#state.shared;
    kernel().measured(() => measuredQueue({ name: this.name, loads: this.#loads }, this.#state.backlog.series()));
  }

  get name(): string {
    return this.#state.settings.name;
  }

  /**
   * Puts a message into the queue. Does not wait for anybody to handle it. What is no string is sent as JSON.
   *
   * @throws LambdaError MissingParameter for a FIFO queue without `groupId`; InvalidParameterValue without a way to tell duplicates.
   */
  send(body: unknown, options: SendOptions = {}): Promise<{ readonly messageId: string }> {
    const message = this.#outgoing(body, options);
    const state = this.#state;
    return kernel().run((function* () {
      const [messageId] = (yield new SendOperation(state, [message])) as string[];
      return { messageId: messageId as string };
    })(), 'send');
  }

  /**
   * Puts up to ten messages into the queue in one step, in order.
   *
   * @throws RangeError for none, or more than ten; LambdaError as `send` does.
   */
  sendBatch(bodies: readonly unknown[], options: SendOptions = {}): Promise<void> {
    if (!Array.isArray(bodies)) throw new TypeError(`sendBatch takes a list of messages, not ${quote(bodies)}. Write orders.sendBatch(['tea', 'milk']).`);
    if (bodies.length < 1 || bodies.length > SQS_REQUEST) throw new RangeError(`one request takes 1 to ${SQS_REQUEST} messages, not ${bodies.length}`);
    const messages = bodies.map((body) => this.#outgoing(body, options));
    const state = this.#state;
    return kernel().run((function* () {
      yield new SendOperation(state, messages);
    })(), 'send');
  }

  /**
   * Receives up to `max` messages (default 1, at most 10), oldest first, and hides them for `visibilityTimeout`. If there are none, waits up to
   * `wait` milliseconds for one.
   */
  receive(options: { readonly max?: number; readonly wait?: number; readonly visibilityTimeout?: number } = {}): Promise<ReceivedMessage[]> {
    checkOptions('receive', options, 'queue.receive({ max: 10 })');
    const { max = 1, wait = 0, visibilityTimeout = this.#state.settings.visibilityTimeout } = options;
    between('MaxNumberOfMessages', 'max', max, 1, SQS_REQUEST, 1);
    between('WaitTimeSeconds', 'wait', wait, 0, SQS_LONGEST_WAIT, 1000);
    between('VisibilityTimeout', 'visibilityTimeout', visibilityTimeout, 0, SQS_LONGEST_VISIBILITY, 1000);
    return kernel().run(receive(this.#state, max, wait, visibilityTimeout), 'receive');
  }

  /** Deletes a message that was received. A handle from an earlier delivery than the latest deletes nothing, and nobody is told. */
  delete(receiptHandle: string): Promise<void> {
    return kernel().submit(new SettleOperation<void>(this.#state, 'delete', (now) => void this.#state.delete(receiptHandle, now)));
  }

  /** Changes for how long, from now, a message that was received stays hidden. With 0 it can be received again at once. */
  changeVisibility(receiptHandle: string, ms: number): Promise<void> {
    between('VisibilityTimeout', 'visibilityTimeout', ms, 0, SQS_LONGEST_VISIBILITY, 1000);
    return kernel().submit(new SettleOperation<void>(this.#state, 'changeVisibility', (now) => void this.#state.rehide(receiptHandle, now, ms)));
  }

  /** What was measured since the queue was made. Does not wait. */
  metrics(): QueueMetrics {
    const { counts, messages, backlog, region, shared } = this.#state;
    const now = region.now();
    kernel().touch(shared, LOOK);
    const visible = messages.filter(({ hidden }) => hidden === undefined);
    return {
      NumberOfMessagesSent: counts.sent,
      NumberOfMessagesReceived: counts.received,
      NumberOfMessagesDeleted: counts.deleted,
      ApproximateNumberOfMessagesVisible: visible.length,
      ApproximateNumberOfMessagesNotVisible: messages.filter(({ hidden }) => hidden?.isInFlight).length,
      ApproximateNumberOfMessagesDelayed: messages.filter(({ hidden }) => hidden?.isInFlight === false).length,
      ApproximateAgeOfOldestMessage: messages.reduce((age, { sentAt }) => Math.max(age, now - sentAt), 0),
      series: backlog.series(),
    };
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'metrics' ? { verb: method, access: LOOK } : undefined;
  }

  /** @internal */
  get [ARN](): string {
    return arnOf(this.name);
  }

  /** @internal */
  *[DELIVER](payload: unknown): Body<string | undefined> {
    if (this.#state.settings.fifo) return 'a FIFO queue is no destination';
    yield new SendOperation(this.#state, [this.#outgoing(payload, {})]);
    return undefined;
  }

  /** @internal */
  [POLL](fn: Deployed, qualifier: string, options: SqsSourceOptions = {}): void {
    const state = this.#state;
    const timeout = fn.state.versions.shares(qualifier).reduce((most, [{ settings }]) => Math.max(most, settings.timeout ?? 0), 0);
    fn.sources.push({ name: this.name, loads: this.#loads });
    const mapping = new SqsMapping(state, fn, qualifier, readSource(options, state.settings, timeout));
    const now = state.region.now();
    kernel().touch(state.shared, USE);
    if (state.consumers.push(mapping) === 1) state.region.work.begin(state.messages.length);
    mapping.wake(now);
  }

  /** @internal */
  [LOAD](options: QueueLoadOptions): Sending<QueueMetrics> {
    const { body = (n: number) => n, groupId = () => 'load' } = options;
    checkFunction('body', body);
    checkFunction('groupId', groupId);
    const number = this.#loads.push(options);
    return {
      // Each is a message of its own, also where two say the same.
      each: (n) => new SendOperation(this.#state, [this.#outgoing(body(n), this.#state.settings.fifo ? { groupId: groupId(n), deduplicationId: `load-${number}-${n}` } : {})]),
      last: () => new SettleOperation(this.#state, 'load', () => this.metrics()),
    };
  }

  /** @internal A message that was received too often elsewhere. */
  take(message: Message, now: number): void {
    const state = this.#state;
    kernel().touch(state.shared, USE);
    state.add({ ...message, deduplicationId: undefined, receiveCount: 0, hidden: undefined }, now, 0);
    state.wake(now);
  }

  /** @internal */
  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.#state.shared, USE);
  }

  #outgoing(body: unknown, options: SendOptions): Outgoing {
    checkOptions('send', options, "orders.send('tea', { groupId: 'table 7' })");
    const { groupId, deduplicationId, delay } = options;
    const { fifo, contentBasedDeduplication, deliveryDelay } = this.#state.settings;
    const text = typeof body === 'string' ? body : (JSON.stringify(body) as string | undefined);
    if (text === undefined) throw new TypeError(`a message is text, or something that JSON knows, not ${quote(body)}`);
    if (delay !== undefined) between('DelaySeconds', 'delay', delay, 0, SQS_LONGEST_DELAY, 1000);
    if (fifo && groupId === undefined) throw new LambdaError('MissingParameter', FIFO_REFUSED.group, 'messages of the same groupId are handled in order; give each order of things a group of its own.');
    const duplicate = fifo ? (deduplicationId ?? (contentBasedDeduplication ? text : undefined)) : undefined;
    if (fifo && duplicate === undefined) throw new LambdaError('InvalidParameterValue', FIFO_REFUSED.deduplication, 'make the queue with contentBasedDeduplication, or give each message a deduplicationId.');
    return { body: text, groupId: fifo ? groupId : undefined, deduplicationId: duplicate, delay: delay ?? deliveryDelay };
  }
}

function* receive(state: QueueState, max: number, wait: number, visibility: number): Body<ReceivedMessage[]> {
  let isOver = wait === 0;
  const timer = isOver ? undefined : kernel().timer(wait, `${state.settings.name}-wait`, () => {
    kernel().touch(state.shared, USE);
    isOver = true;
    kernel().changed(state.shared);
  });
  const received = (yield new ReceiveOperation(state, max, visibility, () => isOver)) as Received[];
  timer?.cancel();
  return received.map(({ message, handle, receiveCount }) => ({ messageId: message.id, receiptHandle: handle, body: message.body, receiveCount }));
}
