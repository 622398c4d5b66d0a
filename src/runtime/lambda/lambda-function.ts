import { checkOptions, quote } from '#base';
import { ABOUT, kernel, SHARED, type Access, type Body, type Shared } from '#kernel';
import { CONFIGURE, RESIZE } from './access.ts';
import { AcceptOperation } from './async/queue.ts';
import { AsyncTally } from './async/tally.ts';
import { billFor, snapshotsOf, type Bill } from './bill.ts';
import { LATEST } from './constants.ts';
import type { Deployed } from './deployed.ts';
import { FunctionState } from './function-state.ts';
import { FunctionUrl, type UrlOptions } from './http/url.ts';
import { request } from './invoke.ts';
import type { FunctionMetrics } from './metrics.ts';
import { deployment, type Deployment } from './deployment.ts';
import { checkSettings, type FactoryOptions, type FunctionOptions } from './options.ts';
import type { Region } from './region.ts';
import { checkEvent, parcel } from './payload.ts';
import type { Accepted, InvokeResult } from './result.ts';
import { measuredFunction } from './measure.ts';
import { StreamTally } from './stream/tally.ts';
import { Tally } from './tally.ts';
import { ARN, DELIVER, POLL, type EventSource, type Target } from './target.ts';

/** What is done at once, and depends on all that goes on in the function. */
const AT_ONCE = new Set(['reserve', 'provision', 'deploy', 'publish', 'setAlias', 'metrics', 'bill']);

/** How a function is invoked. */
export interface InvokeOptions {
  /** `Event`: do not wait for an answer. Default `RequestResponse`. */
  readonly type?: 'RequestResponse' | 'Event';
  /** The version or alias. By default the function's alias, as for an event source that points to it, or else `$LATEST`. */
  readonly qualifier?: string;
}

/**
 * A Lambda function. `account.function(…)` makes one.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/concepts-basics.html (2026-11).
 *
 * @rules lambda
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const hello = account.function({
 *   name: 'hello', init: 400, handler: async (name: string) => `hello ${name}`,
 * });
 * const answer = await hello.invoke('tea');
 * if (answer.status === 200) console.log(answer.payload, answer.init); // hello tea 400
 */
export class LambdaFunction<E = unknown, R = unknown> implements Target {
  /** @internal */
  readonly [SHARED]: Shared;
  /** @internal */
  readonly deployed: Deployed;

  /** @internal */
  constructor(region: Region, options: FunctionOptions<E, R> | FactoryOptions<E, R>) {
    checkSettings(options);
    const state = new FunctionState(region.ledger, options, region.now());
    this[SHARED] = kernel().shared('other', { name: options.name });
    this.deployed = { region, state, settings: options, shared: this[SHARED], tally: new Tally(), events: new AsyncTally(), stream: new StreamTally(), loads: [], sources: [], target: this };
    kernel().measured(() => measuredFunction(this.deployed));
  }

  get name(): string {
    return this.deployed.state.name;
  }

  /**
   * Sends `event` and waits for the answer. A request that finds no room is turned away at once: nobody waits in a queue, and the
   * model, unlike an SDK, does not try again.
   *
   * With `type: 'Event'` it does not wait: Lambda keeps the event in a queue of its own, and sees to it that the function gets it at least
   * once. If the handler fails, it is tried again after one minute and then after two. If there is no room, it is tried again with ever
   * longer waits until the event is too old. `account.drain()` waits for all that.
   *
   * The event is copied as JSON, and so is the answer.
   *
   * Order: what an invocation did happens before the caller who waits goes on, and before the next invocation in the same environment.
   *
   * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/invocation-sync.html and invocation-async.html (2026-11).
   *
   * @throws LambdaError ResourceNotFoundException if there is no such alias; RequestTooLargeException above 6 MB, or 1 MB for `Event`.
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const checkout = account.function({ name: 'checkout', reserved: 0 });
   * const answer = await checkout.invoke({ order: 7 });
   * if (answer.status === 429) console.log(answer.reason); // ReservedFunctionConcurrentInvocationLimitExceeded
   * const taken = await checkout.invoke({}, { type: 'Event' });
   * console.log(taken.status); // 202
   */
  invoke(event: E | undefined, options: InvokeOptions & { readonly type: 'Event' }): Promise<Accepted>;
  invoke(event?: E, options?: InvokeOptions & { readonly type?: 'RequestResponse' }): Promise<InvokeResult<R>>;
  invoke(event?: E, options: InvokeOptions = {}): Promise<InvokeResult<unknown> | Accepted> {
    checkOptions('invoke', options, "fn.invoke(event, { type: 'Event' })");
    const { type = 'RequestResponse' } = options;
    if (type !== 'RequestResponse' && type !== 'Event') throw new TypeError(`type is 'RequestResponse' or 'Event', not ${quote(type)}`);
    const qualifier = qualifierOf(this.deployed, options);
    const packed = parcel(event);
    checkEvent(packed, type);
    if (type === 'Event') return kernel().run(accept(this.deployed, qualifier, event), 'request-1');
    return kernel().run(request(this.deployed, qualifier, packed.value), 'request-1');
  }

  /** @internal */
  get [ARN](): string {
    return `arn:aws:lambda:us-east-1:123456789012:function:${this.name}`;
  }

  /** @internal */
  *[DELIVER](payload: unknown): Body<string | undefined> {
    yield* accept(this.deployed, qualifierOf(this.deployed, {}), payload);
    return undefined;
  }

  /**
   * Makes an HTTPS endpoint for the function. Does not wait.
   *
   * @throws LambdaError InvalidParameterValueException for another `authType`.
   */
  url(options: UrlOptions): FunctionUrl {
    checkOptions('url', options, "fn.url({ authType: 'NONE' })");
    return new FunctionUrl(this.deployed, qualifierOf(this.deployed, options), options);
  }

  /**
   * Lets Lambda poll `source` and give this function what it finds there, in batches: an event source mapping. Does not wait. What the
   * source holds already is given to the function too.
   *
   * The handler gets an event with `Records`. If it returns, its batch is done; if it throws, the batch comes again: from a queue, when
   * its visibility timeout is over. Delivery is at least once.
   *
   * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html and invocation-eventsourcemapping.html (2026-11).
   *
   * @throws LambdaError InvalidParameterValueException, in AWS's words, for settings that contradict each other.
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const pack = account.function({
   *   name: 'pack',
   *   handler: async (event: SqsEvent) => {
   *     console.log(event.Records[0]!.body); // tea or tea, tea
   *   },
   * });
   * const orders = account.queue({ name: 'orders' });
   * pack.addEventSource(orders, { batchSize: 5 });
   * await orders.send('tea');
   * await account.drain();
   */
  addEventSource<O>(source: EventSource<O>, options?: O & InvokeOptions): void {
    const { deployed } = this;
    if (typeof (source as Partial<EventSource<O>> | null | undefined)?.[POLL] !== 'function') throw new TypeError(`addEventSource takes a queue, a stream or a table, not ${quote(source)}. What pushes is told whom to call: bucket.notify(fn), topic.subscribe(fn).`);
    if (options !== undefined) checkOptions('addEventSource', options, 'fn.addEventSource(orders, { batchSize: 5 })');
    source[POLL](deployed, qualifierOf(deployed, options ?? {}), options);
  }

  /**
   * Sets reserved concurrency, from now on; `undefined` takes it away. What runs goes on. Does not wait.
   *
   * @throws LambdaError InvalidParameterValueException if fewer than 100 units would be left for other functions.
   */
  reserve(count: number | undefined): void {
    this.#configure(() => this.deployed.state.reserve(count));
  }

  /**
   * Sets provisioned concurrency of `qualifier`. Does not wait. New environments can be used all at once, after a minute and as long as it
   * takes to make them: 6,000 a minute. They are claimed, and paid for, from now on.
   *
   * @throws LambdaError InvalidParameterValueException for `$LATEST`, for more than is reserved, or for more than the account has left.
   */
  provision(qualifier: string, count: number): void {
    this.#configure((now) => this.deployed.state.provision(qualifier, count, now));
  }

  /**
   * Changes the code or the configuration of `$LATEST`, from now on: what is not named stays as it is. Requests for `$LATEST` get new
   * environments; those that run go on in theirs, with the old code, and are its last. Published versions, and aliases that point to them, do
   * not change. Does not wait: AWS takes some seconds, in which the old code is used.
   *
   * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html (2026-11).
   *
   * @throws LambdaError InvalidParameterValueException for what AWS refuses; TypeError for what is no part of a version.
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const hello = account.function({ name: 'hello', handler: async () => 'one' });
   * await hello.invoke();
   * hello.deploy({ handler: async () => 'two' });
   * const answer = await hello.invoke();
   * if (answer.status === 200) console.log(answer.payload, answer.cold); // two true
   */
  deploy(changes: Deployment<E, R>): void {
    checkOptions('deploy', changes, 'fn.deploy({ handler: better })');
    const { latest } = this.deployed.state.versions;
    const { settings, handler } = deployment(latest, changes);
    this.#configure((now) => this.deployed.state.deploy(settings, handler, now));
  }

  /**
   * Publishes `$LATEST` as it is under a number of its own, which never changes, and returns that number. Where nothing has changed since
   * the last time, it is the last number. With SnapStart, the snapshot is taken. Does not wait: AWS takes seconds, with SnapStart minutes.
   *
   * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html (2026-11).
   *
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const hello = account.function({ name: 'hello', handler: async () => 'one' });
   * console.log(hello.publish(), hello.publish()); // 1 1
   * hello.deploy({ handler: async () => 'two' });
   * console.log(hello.publish()); // 2
   */
  publish(): string {
    return this.#configure((now) => this.deployed.state.versions.publish(now).version);
  }

  /**
   * Points an alias to a version, from now on; makes it if there is none of that name. With `weights`, a share of its requests goes to a
   * second version: `{ 2: 0.1 }` sends one in ten to version 2. Where the alias has provisioned environments, they are made anew for the
   * versions that it points to now, and until then its requests run on demand. Does not wait.
   *
   * Order: AWS shares requests out by chance, so the explorer sends each either way; a plain run draws lots, always the same.
   *
   * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html (2026-11).
   *
   * @throws LambdaError ResourceNotFoundException for a version that was not published; InvalidParameterValueException, ValidationException for
   * weights that AWS refuses.
   * @example
   * const account = new Account({ concurrency: 1000 });
   * const hello = account.function({ name: 'hello', alias: 'live', handler: async () => 'one' });
   * hello.deploy({ handler: async () => 'two' });
   * hello.setAlias('live', '1', { [hello.publish()]: 0.1 });
   * const answer = await hello.invoke();
   * if (answer.status === 200) console.log(answer.payload); // one or two
   */
  setAlias(alias: string, version: string, weights: Readonly<Record<string, number>> = {}): void {
    checkOptions('setAlias', weights, "fn.setAlias('live', '1', { 2: 0.1 })");
    this.#configure((now) => this.deployed.state.point(alias, version, weights, now));
  }

  /** What the function has cost by now. What runs still is not on it. Does not wait. */
  bill(): Bill {
    const { region, state, tally } = this.deployed;
    const now = region.now();
    kernel().touch(this[SHARED], CONFIGURE);
    return billFor(tally.usage(), { configured: state.configured.until(now), ...snapshotsOf(state.versions.published(), now) });
  }

  /** What was measured since the function was made. Does not wait. */
  metrics(): FunctionMetrics {
    this.deployed.region.now();
    kernel().touch(this[SHARED], CONFIGURE);
    return { ...this.deployed.tally.metrics(), ...this.deployed.events.metrics(), ...this.deployed.stream.metrics() };
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return typeof method === 'string' && AT_ONCE.has(method) ? { verb: method, access: CONFIGURE } : undefined;
  }

  #configure<T>(change: (now: number) => T): T {
    const { region } = this.deployed;
    const now = region.now();
    kernel().touch(this[SHARED], CONFIGURE);
    kernel().touch(region.pool, RESIZE);
    const result = change(now);
    kernel().did('configure', this[SHARED]);
    return result;
  }
}

function* accept(fn: Deployed, qualifier: string, event: unknown): Body<Accepted> {
  yield new AcceptOperation(fn, qualifier, parcel(event));
  return { status: 202 };
}

/** Where a request goes. @throws LambdaError ResourceNotFoundException */
export function qualifierOf({ state }: Deployed, { qualifier = state.alias ?? LATEST }: { readonly qualifier?: string }): string {
  state.checkQualifier(qualifier);
  return qualifier;
}
