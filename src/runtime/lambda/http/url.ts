import { quote } from '#base';
import { kernel, type Body } from '#kernel';
import { URL_ANSWERS, URL_FORBIDDEN, URL_PERMISSIONS } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import { invalidParameter } from '../errors.ts';
import { request } from '../invoke.ts';
import { checkRequest, eventOf, isTooLarge, json, plain, responseOf, type HttpRequest, type HttpResponse } from './exchange.ts';

/** Which pages of other origins may call, and how. */
export interface Cors {
  readonly allowOrigins?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
}

/** What a function URL is made of. */
export interface UrlOptions {
  /** Who may call: whoever signs as somebody that is allowed to, or everybody. */
  readonly authType: 'AWS_IAM' | 'NONE';
  /**
   * What the function's resource policy allows everybody. With `NONE` the console and SAM write both statements, CloudFormation and the
   * command line do not: then every request is answered with 403, signed or not. Default: both.
   */
  readonly permissions?: readonly (typeof URL_PERMISSIONS)[number][];
  readonly cors?: Cors;
  readonly qualifier?: string;
}

/** What a caller sends to a function URL. */
export interface UrlRequest extends HttpRequest {
  /** Signed, by somebody who is allowed to invoke the function. Default false. */
  readonly signed?: boolean;
}

/** What a browser makes of an answer to a script of another site. */
export interface UrlResponse extends HttpResponse {
  /** False: the browser keeps the answer from the script. The handler has run all the same. Only for requests with an `origin`. */
  readonly readable?: boolean;
}

/**
 * The HTTPS endpoint of a function. `fn.url(…)` makes one.
 *
 * Answers 403 to who may not call, 413 above 6 MB, 429 when there is no room, 502 when the handler fails, and else what the handler
 * returns. It waits for the handler as long as the function's timeout allows.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html and urls-auth.html (2026-11).
 *
 * @rules lambda#http
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const hello = account.function({ name: 'hello', handler: async () => 'hello' });
 * const url = hello.url({ authType: 'AWS_IAM' });
 * console.log((await url.fetch({ signed: true })).status); // 200
 * console.log((await url.fetch()).status); // 403
 */
export class FunctionUrl {
  readonly #fn: Deployed;
  readonly #qualifier: string;
  readonly #options: UrlOptions;

  /** @internal */
  constructor(fn: Deployed, qualifier: string, options: UrlOptions) {
    if (options.authType !== 'AWS_IAM' && options.authType !== 'NONE') throw invalidParameter(`1 validation error detected: Value '${String(options.authType)}' at 'authType' failed to satisfy constraint: Member must satisfy enum value set: [NONE, AWS_IAM]`, `authType is AWS_IAM or NONE, not ${quote(options.authType)}.`);
    this.#fn = fn;
    this.#qualifier = qualifier;
    this.#options = options;
  }

  /** Sends a request and waits for the answer. Never fails: what goes wrong is in the status. */
  fetch(request: UrlRequest = {}): Promise<UrlResponse> {
    checkRequest(request);
    return kernel().run(this.#fetch(request), 'request-1');
  }

  *#fetch(given: UrlRequest): Body<UrlResponse> {
    const { cors } = this.#options;
    const origin = given.headers?.['origin'];
    if (cors !== undefined && given.method === 'OPTIONS') return { status: 200, headers: allowed(cors, origin), body: '' };
    const response = yield* this.#answer(given);
    if (origin === undefined) return response;
    const own = cors === undefined ? {} : allowed(cors, origin);
    const headers: Record<string, string> = { ...response.headers };
    // Two headers of one name arrive as one, with a comma: no origin is called that.
    for (const [name, value] of Object.entries(own)) headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    const permitted = headers['access-control-allow-origin'];
    return { ...response, headers, readable: permitted === '*' || permitted === origin };
  }

  *#answer(given: UrlRequest): Body<HttpResponse> {
    const { authType, permissions = URL_PERMISSIONS } = this.#options;
    // Nobody is asked who he is with NONE, so a signature does not help where the policy is silent.
    const mayCall = authType === 'NONE' ? URL_PERMISSIONS.every((one) => permissions.includes(one)) : given.signed === true;
    if (!mayCall) return plain(403, URL_FORBIDDEN, 'Message');
    const id = this.#fn.region.requestId();
    const event = eventOf(given, id);
    if (isTooLarge(event)) return plain(413, URL_ANSWERS.tooLarge, 'Message');
    const answer = yield* request(this.#fn, this.#qualifier, event, { id: `${this.#fn.state.name}-${id}` });
    if (answer.status === 429) return json(429, { Reason: answer.reason, Type: 'User', message: URL_ANSWERS.throttled });
    const failed = { status: 502, headers: {}, body: URL_ANSWERS.failed };
    return answer.functionError === undefined ? (responseOf(answer.payload, false) ?? failed) : failed;
  }
}

/** The headers that Lambda adds for a script of `origin`. */
function allowed({ allowOrigins = [], allowMethods = [], allowHeaders = [] }: Cors, origin: string | undefined): Record<string, string> {
  const permitted = allowOrigins.includes('*') ? '*' : origin !== undefined && allowOrigins.includes(origin) ? origin : undefined;
  if (permitted === undefined) return {};
  return {
    'access-control-allow-origin': permitted,
    ...(allowMethods.length === 0 ? {} : { 'access-control-allow-methods': allowMethods.join(',') }),
    ...(allowHeaders.length === 0 ? {} : { 'access-control-allow-headers': allowHeaders.join(',') }),
  };
}
