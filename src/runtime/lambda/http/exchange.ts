import { checkOptions, quote } from '#base';
import { kernel, Operation, type Access, type Body, type Shared } from '#kernel';
import { TIME_OUT } from '../access.ts';
import { LARGEST_PAYLOAD } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import type { Invocation } from '../invocation.ts';
import { bytesOf, parcel } from '../payload.ts';
import type { Answered } from '../result.ts';

/** What a caller sends. */
export interface HttpRequest {
  /** Default GET. */
  readonly method?: string;
  /** Default `/`. */
  readonly path?: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is no string is sent as JSON. */
  readonly body?: unknown;
}

/** What a caller gets. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a handler is given, in the payload format 2.0. Of its fields, those that a handler needs. */
export interface HttpEvent {
  readonly version: '2.0';
  readonly rawPath: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestContext: { readonly http: { readonly method: string; readonly path: string }; readonly requestId: string };
  readonly body?: string;
  readonly isBase64Encoded: false;
}

export function eventOf({ method = 'GET', path = '/', headers = {}, body }: HttpRequest, requestId: string): HttpEvent {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return { version: '2.0', rawPath: path, headers, requestContext: { http: { method, path }, requestId }, ...(text === undefined ? {} : { body: text }), isBase64Encoded: false };
}

export const isTooLarge = (event: HttpEvent): boolean => bytesOf(event.body ?? '') > LARGEST_PAYLOAD || parcel(event).bytes > LARGEST_PAYLOAD;

/** What a handler's answer means in HTTP; undefined if nothing. Without `statusCode`, a function URL takes the answer itself for the body. */
export function responseOf(payload: unknown, isStrict: boolean): HttpResponse | undefined {
  const { statusCode, headers = {}, body } = (typeof payload === 'object' && payload !== null ? payload : {}) as { statusCode?: unknown; headers?: Record<string, string>; body?: unknown };
  if (statusCode === undefined && !isStrict) return { status: 200, headers: { 'content-type': 'application/json' }, body: typeof payload === 'string' ? payload : (JSON.stringify(payload) ?? '') };
  if (typeof statusCode !== 'number' || (body !== undefined && typeof body !== 'string')) return undefined;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return { status: statusCode, headers: lower, body: body ?? '' };
}

export const json = (status: number, body: Readonly<Record<string, string>>): HttpResponse => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
export const plain = (status: number, message: string, field: 'Message' | 'message' = 'message'): HttpResponse => json(status, { [field]: message });

export function checkRequest(request: HttpRequest): void {
  checkOptions('fetch', request, "fetch({ path: '/orders' })");
  const { method, path } = request;
  if (method !== undefined && typeof method !== 'string') throw new TypeError(`method takes text, not ${quote(method)}`);
  if (path !== undefined && (typeof path !== 'string' || !path.startsWith('/'))) throw new TypeError(`path begins with /, not ${quote(path)}`);
}

/** Waits for the answer of an invocation, at most until `isOver`. */
class AnswerInTime extends Operation<Answered<unknown> | undefined> {
  readonly verb = 'answer';
  readonly reason = 'invoke';
  readonly resource: Shared;
  readonly #invocation: Invocation;
  readonly #isOver: () => boolean;

  constructor(invocation: Invocation, isOver: () => boolean) {
    super();
    this.#invocation = invocation;
    this.#isOver = isOver;
    this.resource = invocation.fn.shared;
  }

  ways(): number {
    return this.#invocation.result !== undefined || this.#isOver() ? 1 : 0;
  }

  perform(): Answered<unknown> | undefined {
    const { result, answeredAt } = this.#invocation;
    const k = kernel();
    k.touch(this.resource, TIME_OUT);
    if (result !== undefined) k.acquire(answeredAt);
    k.did('answer', this.resource, { note: result === undefined ? 'not in time' : '200' });
    return result;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, TIME_OUT);
  }
}

/** The answer of `invocation` if it comes within `ms`. The invocation goes on in any case. */
export function* answerWithin(fn: Deployed, invocation: Invocation, ms: number): Body<Answered<unknown> | undefined> {
  let isOver = false;
  const timer = kernel().timer(ms, 'gateway-timeout', () => {
    isOver = true;
    kernel().touch(fn.shared, TIME_OUT);
    kernel().changed(fn.shared);
  });
  const answer = (yield new AnswerInTime(invocation, () => isOver)) as Answered<unknown> | undefined;
  timer.cancel();
  return answer;
}
