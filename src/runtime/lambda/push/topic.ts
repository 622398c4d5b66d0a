import { print } from '#base';
import { EPOCH, kernel, SHARED, type Body, type Shared } from '#kernel';
import { LambdaFunction } from '../lambda-function.ts';
import type { Region } from '../region.ts';
import { ARN, checkTarget, DELIVER, type Target } from '../target.ts';
import { PushOperation } from './fan-out.ts';

/** One message, as a function that has subscribed is given it. */
export interface SnsRecord {
  readonly EventSource: 'aws:sns';
  readonly Sns: { readonly MessageId: string; readonly TopicArn: string; readonly Subject?: string; readonly Message: string; readonly Timestamp: string };
}

/** What a handler gets from a topic. */
export interface SnsEvent {
  readonly Records: readonly SnsRecord[];
}

/**
 * An SNS topic. `account.topic(…)` makes one. Every subscriber gets every message at least once, each by itself and in any order.
 * Functions are invoked as with `type: 'Event'`; a queue gets a message that has the published one in its `Message`.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/sns/latest/dg/welcome.html (2026-11), a standard topic.
 *
 * @rules lambda#sources-that-push
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const mail = account.function({
 *   name: 'mail',
 *   handler: async (event: SnsEvent) => {
 *     const { Message } = event.Records[0]!.Sns;
 *     console.log(Message); // order 7 or order 7, order 7
 *   },
 * });
 * const placed = account.topic({ name: 'order-placed' });
 * placed.subscribe(mail);
 * await placed.publish('order 7');
 * await account.drain();
 */
export class Topic implements Target {
  /** @internal */
  readonly [SHARED]: Shared;
  readonly name: string;
  readonly #region: Region;
  readonly #subscribers: Target[] = [];

  /** @internal */
  constructor(region: Region, name: string) {
    if (typeof name !== 'string' || name === '') throw new TypeError('a topic needs a name');
    this.#region = region;
    this.name = name;
    this[SHARED] = kernel().shared('other', { name });
  }

  /** From now on `target`, a function or a queue, gets every message. */
  subscribe(target: Target): void {
    checkTarget('subscribe', target);
    this.#subscribers.push(target);
  }

  /** Sends `message` to every subscriber. Does not wait for them. What is no string is sent as JSON. */
  publish(message: unknown, { subject }: { readonly subject?: string } = {}): Promise<void> {
    return kernel().submit(this.#publish(message, subject));
  }

  /** @internal */
  get [ARN](): string {
    return `arn:aws:sns:us-east-1:123456789012:${this.name}`;
  }

  /** @internal */
  *[DELIVER](payload: unknown): Body<string | undefined> {
    yield this.#publish(payload, undefined);
    return undefined;
  }

  #publish(message: unknown, subject: string | undefined): PushOperation<void> {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    return new PushOperation<void>(this.#region, 'publish', this[SHARED], false, (now) => {
      const sns = { MessageId: `${this.name}-${this.#region.requestId()}`, TopicArn: this[ARN], ...(subject === undefined ? {} : { Subject: subject }), Message: text, Timestamp: new Date(EPOCH + now).toISOString() };
      const payloadFor = (target: Target): unknown => (target instanceof LambdaFunction ? { Records: [{ EventSource: 'aws:sns', Sns: sns }] } : { Type: 'Notification', ...sns });
      return { result: undefined, told: this.#subscribers.map((target) => ({ target, payload: payloadFor(target) })), value: print(text) };
    });
  }
}
