import { quote } from '#base';
import { kernel, NOW, ReadyOperation, type Access, type Body, type Shared } from '#kernel';
import { API_ANSWERS, API_BURST, API_RATE, API_TIMEOUT, type ThrottleReason } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import type { Invocation } from '../invocation.ts';
import { ArriveOperation } from '../invoke.ts';
import { LambdaFunction, qualifierOf } from '../lambda-function.ts';
import { time, whole } from '../options.ts';
import { Allowance } from '../rate.ts';
import type { Region } from '../region.ts';
import { answerWithin, checkRequest, eventOf, isTooLarge, plain, responseOf, type HttpRequest, type HttpResponse } from './exchange.ts';

/** What an API is made of. */
export interface ApiOptions {
  readonly name: string;
  readonly handler: LambdaFunction<never, unknown>;
  /** Milliseconds for which the gateway waits for the function. Default 29,000. */
  readonly timeout?: number;
  /** Requests per second that it lets through, and how many at once. Default 10,000 and 5,000. */
  readonly rate?: number;
  readonly burst?: number;
  readonly qualifier?: string;
}

const PASS: Access = { bit: 1, after: 1, races: 1 };

/** One request comes to the gateway: it is let through, or it is one too many. */
class PassOperation extends ReadyOperation<boolean> {
  readonly verb = 'request';
  readonly reason = 'request';
  readonly resource: Shared;
  readonly #region: Region;
  readonly #allowance: Allowance;

  constructor(region: Region, resource: Shared, allowance: Allowance) {
    super();
    this.#region = region;
    this.resource = resource;
    this.#allowance = allowance;
  }

  perform(): boolean {
    const now = this.#region.now();
    kernel().touch(this.resource, PASS);
    const passes = this.#allowance.take(now);
    kernel().did('request', this.resource, passes ? {} : { note: '429' });
    return passes;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, PASS);
    touch(this.#region.clock, NOW);
  }
}

/**
 * A REST API in API Gateway with a Lambda proxy integration. `account.api(…)` makes one.
 *
 * Answers 429 above its own rate, 413 to an event that Lambda does not take, 500 when Lambda has no room (not 429), 502 when the handler
 * fails or returns no HTTP answer, 504 when it takes longer than the gateway waits. After a 504 the function goes on.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html (2026-11).
 *
 * @rules lambda#http
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const checkout = account.function({
 *   name: 'checkout', handler: async () => ({ statusCode: 201, body: 'paid' }),
 * });
 * const shop = account.api({ name: 'shop', handler: checkout });
 * const request = { method: 'POST', path: '/orders', body: { item: 'tea' } };
 * const { status, body } = await shop.fetch(request);
 * console.log(status, body); // 201 paid
 */
export class Api {
  readonly name: string;
  readonly #region: Region;
  readonly #fn: Deployed;
  readonly #qualifier: string;
  readonly #timeout: number;
  readonly #shared: Shared;
  readonly #allowance: Allowance;

  /** @internal */
  constructor(region: Region, options: ApiOptions) {
    const { name, handler, timeout = API_TIMEOUT, rate = API_RATE, burst = API_BURST } = options;
    if (typeof name !== 'string' || name === '') throw new TypeError('an API needs a name');
    if (!(handler instanceof LambdaFunction)) throw new TypeError(`an API needs a function of this account as handler, not ${quote(handler)}. Make it with account.function(…).`);
    time('timeout', timeout);
    if (!(rate > 0)) throw new RangeError(`rate is above 0, not ${rate}`);
    this.#region = region;
    this.name = name;
    this.#fn = handler.deployed;
    this.#qualifier = qualifierOf(this.#fn, options);
    this.#timeout = timeout;
    this.#shared = kernel().shared('other', { name });
    this.#allowance = new Allowance(whole('burst', burst, 1), (burst / rate) * 1000);
  }

  /** Sends a request and waits for the answer. Never fails: what goes wrong is in the status. */
  fetch(request: HttpRequest = {}): Promise<HttpResponse> {
    checkRequest(request);
    return kernel().run(this.#fetch(request), 'request-1');
  }

  *#fetch(given: HttpRequest): Body<HttpResponse> {
    if (!((yield new PassOperation(this.#region, this.#shared, this.#allowance)) as boolean)) return plain(429, API_ANSWERS.throttled);
    const id = this.#region.requestId();
    const event = eventOf(given, id);
    if (isTooLarge(event)) return plain(413, API_ANSWERS.tooLarge);
    const arrived = (yield new ArriveOperation(this.#fn, this.#qualifier, event, [this.#fn.tally], { id: `${this.#fn.state.name}-${id}` })) as Invocation | ThrottleReason;
    if (typeof arrived === 'string') return plain(500, API_ANSWERS.failed);
    const answer = yield* answerWithin(this.#fn, arrived, this.#timeout);
    if (answer === undefined) return plain(504, API_ANSWERS.timedOut);
    const failed = plain(502, API_ANSWERS.failed);
    return answer.functionError === undefined ? (responseOf(answer.payload, true) ?? failed) : failed;
  }
}
