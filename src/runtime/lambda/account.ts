import { checkOptions, quote } from '#base';
import { kernel, SHARED, type Shared } from '#kernel';
import type { LoadOptions, Pace, QueueLoadOptions, RecordLoadOptions } from './arrivals.ts';
import { Api, type ApiOptions } from './http/api.ts';
import { LambdaFunction, qualifierOf } from './lambda-function.ts';
import { load, loadInto } from './load.ts';
import type { Metrics } from './metrics.ts';
import { readAccount, type AccountOptions, type FactoryOptions, type FunctionOptions } from './options.ts';
import { Bucket } from './push/bucket.ts';
import { EventBus } from './push/event-bus.ts';
import { Topic } from './push/topic.ts';
import { Region } from './region.ts';
import { Queue, type QueueMetrics } from './sqs/queue.ts';
import type { QueueOptions } from './sqs/settings.ts';
import { Stream, type StreamOptions } from './stream/stream.ts';
import { Table, type TableOptions } from './table/table.ts';
import { LOAD, type Loadable } from './target.ts';
import { DrainOperation } from './work.ts';

/**
 * An AWS account in one Region: its functions, and the concurrency that they share.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html (2026-11). `constants.ts` has every
 * number, docs/spec/lambda.md every rule.
 *
 * @rules lambda
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const resize = account.function({
 *   name: 'resize', init: 400, reserved: 20,
 *   handler: async (image: string) => { await sleep(50); return `${image}, small`; },
 * });
 * console.log(await resize.invoke('cat.png')); // { status: 200, payload: 'cat.png, small', cold: true, … }
 */
export class Account {
  /** @internal */
  readonly [SHARED]: Shared;
  readonly #region: Region;

  /** @throws RangeError if `concurrency` is below 1 */
  constructor(options: AccountOptions = {}) {
    checkOptions('Account', options, 'new Account({ concurrency: 100 })');
    this.#region = new Region(readAccount(options));
    this[SHARED] = this.#region.pool;
  }

  /** Concurrent executions that the account may have. */
  get concurrency(): number {
    return this.#region.ledger.limit;
  }

  /** What is left of it for functions that have neither reserved nor provisioned concurrency. */
  get unreserved(): number {
    return this.#region.ledger.unreserved;
  }

  /**
   * Makes a function. Its `handler` runs once for each event; a `handler` that returns a function is run once in each environment, and
   * what it returns handles the events there. Does not wait.
   *
   * @throws LambdaError InvalidParameterValueException, in AWS's words, if `reserved` or `provisioned` is refused.
   * @example
   * const account = new Account();
   * const counter = account.function({
   *   name: 'counter',
   *   handler: () => { let calls = 0; return async () => ++calls; },
   * });
   * await counter.invoke();
   * const answer = await counter.invoke();
   * if (answer.status === 200) console.log(answer.payload); // 2
   */
  function<E, R>(options: FactoryOptions<E, R>): LambdaFunction<E, R>;
  function<E, R>(options: FunctionOptions<E, R>): LambdaFunction<E, R>;
  function<E, R>(options: FunctionOptions<E, R> | FactoryOptions<E, R>): LambdaFunction<E, R> {
    checkOptions('account.function', options, "account.function({ name: 'resize', handler })");
    return new LambdaFunction(this.#region, options);
  }

  /**
   * Sends requests to `fn` over `seconds` of virtual time, each whether or not the one before has been answered, and waits for the
   * last answer. Each event is the number of its request, from 0. Several loads may run at once. With `type: 'Event'` it waits until each
   * event has been handled or given up.
   *
   * A queue is sent messages, and a stream or a table is given records. Then it waits until the last has been sent, not until anybody has
   * handled it: `account.drain()` does that.
   *
   * Order: at one instant, what ends comes before what a load sends to a function.
   *
   * Semantics mirrored: none: the model's own, in the place of a load generator such as Artillery or k6 (model of 2026-11).
   *
   * @throws RangeError for a rate or time that is not above 0, or more than 200,000 requests; TypeError for what cannot be sent to.
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const resize = account.function({ name: 'resize', reserved: 20, duration: 250 });
   * const seen = await account.load(resize, { rate: 100, seconds: 1 });
   * console.log(seen.ConcurrentExecutions, seen.Throttles); // 20 20
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const orders = account.queue({ name: 'orders' });
   * const quietThenBusy = [{ rate: 1, seconds: 5 }, { rate: 10, seconds: 2 }];
   * const seen = await account.load(orders, { series: quietThenBusy });
   * console.log(seen.ApproximateNumberOfMessagesVisible); // 25
   */
  load(fn: LambdaFunction<never, unknown>, options: LoadOptions): Promise<Metrics>;
  load(queue: Queue, options: QueueLoadOptions): Promise<QueueMetrics>;
  load<T>(source: Stream | Table<T>, options: RecordLoadOptions<T>): Promise<void>;
  load(target: LambdaFunction<never, unknown> | Loadable<Pace, QueueMetrics | void>, options: LoadOptions): Promise<Metrics | QueueMetrics | void> {
    const isFunction = target instanceof LambdaFunction;
    if (!isFunction && typeof (target as Partial<Loadable<Pace>> | null | undefined)?.[LOAD] !== 'function') throw new TypeError(`account.load takes a function, a queue, a stream or a table of this account, not ${quote(target)}. Write account.load(resize, { rate: 100, seconds: 10 }).`);
    checkOptions('account.load', options, 'account.load(resize, { rate: 100, seconds: 10 })');
    if (isFunction) return kernel().run(load(target.deployed, qualifierOf(target.deployed, options), options), 'load-1');
    return kernel().run(loadInto(options, target[LOAD](options)), 'load-1');
  }

  /**
   * Makes an SQS queue. Does not wait.
   *
   * @throws LambdaError InvalidParameterValueException for what is out of bounds.
   */
  queue(options: QueueOptions): Queue {
    checkOptions('account.queue', options, "account.queue({ name: 'orders' })");
    return new Queue(this.#region, options);
  }

  /** Makes a REST API in front of a function. Does not wait. */
  api(options: ApiOptions): Api {
    checkOptions('account.api', options, "account.api({ name: 'shop', handler: checkout })");
    return new Api(this.#region, options);
  }

  /** Makes an S3 bucket. Does not wait. */
  bucket(options: { readonly name: string }): Bucket {
    checkOptions('account.bucket', options, "account.bucket({ name: 'photos' })");
    return new Bucket(this.#region, options.name);
  }

  /** Makes an SNS topic. Does not wait. */
  topic(options: { readonly name: string }): Topic {
    checkOptions('account.topic', options, "account.topic({ name: 'news' })");
    return new Topic(this.#region, options.name);
  }

  /** Makes an EventBridge bus. Does not wait. */
  bus(options: { readonly name: string }): EventBus {
    checkOptions('account.bus', options, "account.bus({ name: 'shop' })");
    return new EventBus(this.#region, options.name);
  }

  /** Makes a Kinesis stream. Does not wait. */
  stream(options: StreamOptions): Stream {
    checkOptions('account.stream', options, "account.stream({ name: 'clicks' })");
    return new Stream(this.#region, options);
  }

  /** Makes a DynamoDB table, with a stream of its changes. Does not wait. */
  table<T = unknown>(options: TableOptions): Table<T> {
    checkOptions('account.table', options, "account.table({ name: 'orders' })");
    return new Table<T>(this.#region, options);
  }

  /**
   * Waits until the account has nothing left to do: no event in a queue of its own, none that waits for another attempt, no message or
   * record that a function is still to be given. Returns at once if that is so already.
   *
   * Order: all that was done for them happens before it returns. What somebody sends meanwhile may come too late for it.
   *
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const receipt = account.function({
   *   name: 'receipt',
   *   // AWS delivers at least once.
   *   handler: async () => { console.log('sent'); }, // sent or sent, sent
   * });
   * await receipt.invoke({ order: 7 }, { type: 'Event' });
   * await account.drain();
   * console.log('done'); // done
   */
  drain(): Promise<void> {
    return kernel().submit(new DrainOperation(this.#region.work));
  }
}
