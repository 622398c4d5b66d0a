import { checkOptions, print } from '#base';
import { EPOCH, kernel, SHARED, type Body, type Shared } from '#kernel';
import { parcel } from '../payload.ts';
import type { Region } from '../region.ts';
import { ARN, checkTarget, DELIVER, type Target } from '../target.ts';
import { PushOperation } from './fan-out.ts';

/** What is put on a bus. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: unknown;
}

/** What a target of a rule is given. */
export interface EventBridgeEvent<D = unknown> extends BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly detail: D;
}

/** For each field the values that match; fields within fields likewise. A field that is not named may be anything. */
export interface Pattern {
  readonly [field: string]: readonly (string | number | boolean | null)[] | Pattern;
}

/**
 * An EventBridge bus. `account.bus(…)` makes one. Every target of a matching rule gets the event at least once, each by itself and in
 * any order. Functions are invoked as with `type: 'Event'`.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html (2026-11); of patterns, exact values.
 *
 * @rules lambda#sources-that-push
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const pack = account.function({
 *   name: 'pack',
 *   handler: async (event: EventBridgeEvent) => {
 *     console.log(event.source); // till or till, till
 *   },
 * });
 * const shop = account.bus({ name: 'shop' });
 * shop.rule({ source: ['till'], detail: { paid: [true] } }, pack);
 * const sale = { source: 'till', 'detail-type': 'sale' };
 * for (const paid of [true, false])
 *   await shop.put({ ...sale, detail: { paid } });
 * await account.drain();
 */
export class EventBus implements Target {
  /** @internal */
  readonly [SHARED]: Shared;
  readonly name: string;
  readonly #region: Region;
  readonly #rules: { readonly pattern: Pattern; readonly target: Target }[] = [];

  /** @internal */
  constructor(region: Region, name: string) {
    if (typeof name !== 'string' || name === '') throw new TypeError('a bus needs a name');
    this.#region = region;
    this.name = name;
    this[SHARED] = kernel().shared('other', { name });
  }

  /** From now on `target` gets the events that match `pattern`. */
  rule(pattern: Pattern, target: Target): void {
    checkOptions('rule', pattern, "bus.rule({ source: ['shop'] }, pack)");
    checkTarget('rule', target);
    this.#rules.push({ pattern, target });
  }

  /** Sends `event` to the targets of all rules that match it. Does not wait for them. */
  put(event: BusEvent): Promise<void> {
    checkOptions('put', event, "bus.put({ source: 'shop', 'detail-type': 'order', detail: { n: 7 } })");
    return kernel().submit(this.#put(event));
  }

  /** @internal */
  get [ARN](): string {
    return `arn:aws:events:us-east-1:123456789012:event-bus/${this.name}`;
  }

  /** @internal */
  *[DELIVER](payload: unknown): Body<string | undefined> {
    yield this.#put({ source: 'lambda', 'detail-type': 'Lambda Function Invocation Result', detail: payload });
    return undefined;
  }

  #put(event: BusEvent): PushOperation<void> {
    const { source, 'detail-type': type, detail } = parcel(event).value as BusEvent;
    return new PushOperation<void>(this.#region, 'put', this[SHARED], false, (now) => {
      const whole: EventBridgeEvent = { version: '0', id: `${this.name}-${this.#region.requestId()}`, 'detail-type': type, source, account: '123456789012', time: new Date(EPOCH + now).toISOString(), region: 'us-east-1', detail };
      return { result: undefined, told: this.#rules.filter(({ pattern }) => matches(pattern, whole)).map(({ target }) => ({ target, payload: whole, isTraced: false })), value: print(type) };
    });
  }
}

function matches(pattern: Pattern, value: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const found = (value as Readonly<Record<string, unknown>> | null | undefined)?.[field];
    if (!Array.isArray(wanted)) return matches(wanted as Pattern, found);
    return Array.isArray(found) ? found.some((one) => wanted.includes(one as string)) : wanted.includes(found as string);
  });
}
