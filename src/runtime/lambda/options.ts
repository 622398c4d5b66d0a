import { quote } from '#base';
import { checkAsync, type AsyncSettings } from './async/settings.ts';
import { ACCOUNT_CONCURRENCY, LONGEST_TIMEOUT } from './constants.ts';
import { checkShape } from './shape.ts';
import type { Tmp } from './tmp.ts';

/** What a handler is told about its invocation besides the event. */
export interface Context {
  readonly functionName: string;
  /** `$LATEST`, or the number of the published version that runs. */
  readonly functionVersion: string;
  readonly awsRequestId: string;
  readonly memoryLimitInMB: string;
  /** What AWS puts into the environment variable AWS_LAMBDA_INITIALIZATION_TYPE. */
  readonly initializationType: 'on-demand' | 'provisioned-concurrency' | 'snap-start';
  /** Number of the environment, from 1. The model's own: AWS has no such number. */
  readonly environment: number;
  /** The environment's /tmp. The model's own: a handler of AWS's uses the file system. */
  readonly tmp: Tmp;
  /** Milliseconds until the timeout of the function ends this invocation. */
  getRemainingTimeInMillis(): number;
  /** Works for as long as one virtual CPU needs `ms` milliseconds for: longer, the less memory the function has. The model's own. */
  work(ms: number): Promise<void>;
}

/** A layer: files that are copied into every environment before it starts. */
export interface Layer {
  readonly name: string;
  /** Megabytes, unzipped. */
  readonly size: number;
  /** Milliseconds on one virtual CPU that its code adds to the init phase. */
  readonly initWork?: number;
}

/** What is run for every event. */
export type Handler<E, R> = (event: E, context: Context) => R | Promise<R>;

/** Runs once in every environment, as the code outside of a handler does, and returns the handler. */
export type HandlerFactory<E, R> = () => Handler<E, R>;

/** What a version of a function is made of, besides its handler. */
export interface CodeSettings {
  /** Megabytes. Work takes its time for 1,769 MB; with less memory a function has less of a CPU. Default 128. */
  readonly memory?: number;
  /** For the bill. Default `x86_64`. */
  readonly architecture?: 'x86_64' | 'arm64';
  /** As AWS names it: `python3.13`. Only SnapStart asks. */
  readonly runtime?: string;
  /** Milliseconds that the handler may take. Without it, 15 minutes, which is AWS's maximum. */
  readonly timeout?: number;
  /** Milliseconds of the init phase, of every cold start, whatever the memory. Default 0. */
  readonly init?: number;
  /** The same in milliseconds of one virtual CPU: imports, compiling, parsing. Default 0. */
  readonly initWork?: number;
  /** Megabytes of the function, unzipped. With its layers, at most 250. */
  readonly packageSize?: number;
  /** At most five. */
  readonly layers?: readonly Layer[];
  /** Milliseconds that the init phase takes longer for each megabyte of function and layers. AWS publishes no number. Default 0. */
  readonly loadPerMegabyte?: number;
  /** Megabytes of /tmp. Default 512. */
  readonly ephemeralStorage?: number;
  /** Environments of published versions are restored from a snapshot of an init phase that ran once, when the version was published. */
  readonly snapStart?: boolean;
  /** Milliseconds of the restore phase. Default 0. */
  readonly restore?: number;
  /** Milliseconds that the handler takes, where it does nothing else, or before it begins. Default 0. */
  readonly duration?: number;
  /** The same in milliseconds of one virtual CPU. Default 0. */
  readonly work?: number;
}

export interface FunctionSettings extends AsyncSettings, CodeSettings {
  readonly name: string;
  /** Milliseconds after which an idle environment is gone. AWS does not say how long that is. Default: never. */
  readonly idleTimeout?: number;
  /** Milliseconds after which an environment is not used again. AWS says "every few hours". Default: never. */
  readonly environmentLife?: number;
  /** Reserved concurrency: floor and ceiling. 0 turns the function off. */
  readonly reserved?: number;
  /** Provisioned concurrency of the function's alias. They are ready when the program begins. */
  readonly provisioned?: number;
  /**
   * Name of the alias that events go to: version 1 is published, and the alias points to it. With `provisioned` it is `live` unless said
   * otherwise; without either there is none.
   */
  readonly alias?: string;
}

/** A function with one handler for all environments, or with none: then an invocation takes `duration` milliseconds and answers nothing. */
export interface FunctionOptions<E, R> extends FunctionSettings {
  readonly handler?: Handler<E, R>;
}

/** A function whose handler is made anew in each environment, with variables of its own. */
export interface FactoryOptions<E, R> extends FunctionSettings {
  readonly handler: HandlerFactory<E, R>;
}

/** What an account is made of. */
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
export function checkSettings(settings: FunctionSettings): void {
  const { name, timeout, reserved, provisioned } = settings;
  if (typeof name !== 'string' || name === '') throw new TypeError('a function needs a name');
  for (const field of ['init', 'initWork', 'duration', 'work', 'timeout', 'restore', 'loadPerMegabyte', 'packageSize', 'idleTimeout', 'environmentLife'] as const) time(field, settings[field]);
  if (timeout !== undefined && timeout > LONGEST_TIMEOUT) throw new RangeError(`timeout is in milliseconds, up to 15 minutes (${LONGEST_TIMEOUT}), not ${timeout}`);
  if (reserved !== undefined) whole('reserved', reserved, 0);
  if (provisioned !== undefined) whole('provisioned', provisioned, 0);
  checkAsync(settings);
  checkShape(settings);
}

/** `value` if it is a whole number from `least` up. */
export function whole(field: string, value: unknown, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new TypeError(`${field} takes a whole number, not ${quote(value)}`);
  if (value < least) throw new RangeError(`${field} is ${least} or more, not ${value}`);
  return value;
}

/** @throws TypeError for what is no text, such as the key of an item or record. */
export function text(field: string, value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${field} takes text, not ${quote(value)}`);
  return value;
}

/** @throws TypeError for what cannot be called. */
export function checkFunction(field: string, value: unknown, shape = '(n) => …'): void {
  if (typeof value !== 'function') throw new TypeError(`${field} takes a function, not ${quote(value)}. Write ${field}: ${shape}.`);
}

export function time(field: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`${field} takes a number of milliseconds, not ${quote(value)}`);
  if (value < 0) throw new RangeError(`${field} cannot be negative: ${value}`);
}
