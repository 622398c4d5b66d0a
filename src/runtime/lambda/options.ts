import { quote } from '#base';
import { checkAsync, type AsyncSettings } from './async/settings.ts';
import { ACCOUNT_CONCURRENCY, LONGEST_TIMEOUT } from './constants.ts';

/** What a handler is told about its invocation besides the event. */
export interface Context {
  readonly functionName: string;
  /** `$LATEST`, or the alias that was invoked. */
  readonly functionVersion: string;
  readonly awsRequestId: string;
  readonly memoryLimitInMB: string;
  /** What AWS puts into the environment variable AWS_LAMBDA_INITIALIZATION_TYPE. */
  readonly initializationType: 'on-demand' | 'provisioned-concurrency';
  /** Number of the environment, from 1. The model's own: AWS has no such number. */
  readonly environment: number;
  getRemainingTimeInMillis(): number;
}

/** What is run for every event. */
export type Handler<E, R> = (event: E, context: Context) => R | Promise<R>;

/** Runs once in every environment, as the code outside of a handler does, and returns the handler. */
export type HandlerFactory<E, R> = () => Handler<E, R>;

export interface FunctionSettings extends AsyncSettings {
  readonly name: string;
  /** Megabytes. A handler can read it; it changes no time in the model. Default 128. */
  readonly memory?: number;
  /** Milliseconds that the handler may take. Without it, 15 minutes, which is AWS's maximum. */
  readonly timeout?: number;
  /** Milliseconds of the init phase: of every cold start. Default 0. */
  readonly init?: number;
  /** Milliseconds that the handler takes, where it does nothing else, or before it begins. Default 0. */
  readonly duration?: number;
  /** Reserved concurrency: floor and ceiling. 0 turns the function off. */
  readonly reserved?: number;
  /** Provisioned concurrency of the function's alias. They are ready when the program begins. */
  readonly provisioned?: number;
  /** Name of the alias that events go to. With `provisioned` it is `live` unless said otherwise; without either there is none. */
  readonly alias?: string;
}

export interface FunctionOptions<E, R> extends FunctionSettings {
  readonly handler?: Handler<E, R>;
}

export interface FactoryOptions<E, R> extends FunctionSettings {
  readonly handler: HandlerFactory<E, R>;
}

export interface AccountOptions {
  /** Concurrent executions that the account may have in its Region. Default 1,000. */
  readonly concurrency?: number;
  /**
   * How many deliveries the explorer makes twice in one order, at most. AWS delivers every event and message at least once. Default 1;
   * with 0, each is delivered once. A plain run has no duplicates.
   */
  readonly duplicates?: number;
}

/** @throws TypeError, RangeError for what is no account. */
export function readAccount({ concurrency = ACCOUNT_CONCURRENCY, duplicates = 1 }: AccountOptions): Required<AccountOptions> {
  return { concurrency: whole('concurrency', concurrency, 1), duplicates: whole('duplicates', duplicates, 0) };
}

/** @throws TypeError, RangeError for what is no number of milliseconds or of environments. */
export function checkSettings({ name, timeout, init, duration, reserved, provisioned, ...others }: FunctionSettings): void {
  if (typeof name !== 'string' || name === '') throw new TypeError('a function needs a name');
  time('init', init);
  time('duration', duration);
  time('timeout', timeout);
  if (timeout !== undefined && timeout > LONGEST_TIMEOUT) throw new RangeError(`timeout is in milliseconds, up to 15 minutes (${LONGEST_TIMEOUT}), not ${timeout}`);
  if (reserved !== undefined) whole('reserved', reserved, 0);
  if (provisioned !== undefined) whole('provisioned', provisioned, 0);
  checkAsync(others);
}

/** `value` if it is a whole number from `least` up. */
export function whole(field: string, value: unknown, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new TypeError(`${field} takes a whole number, not ${quote(value)}`);
  if (value < least) throw new RangeError(`${field} is ${least} or more, not ${value}`);
  return value;
}

export function time(field: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`${field} takes a number of milliseconds, not ${quote(value)}`);
  if (value < 0) throw new RangeError(`${field} cannot be negative: ${value}`);
}
