import { quote, randomFrom } from '#base';
import { whole } from './options.ts';

/** A rate for a time. In a series, a rate of 0 is a pause. */
export interface Stretch {
  /** Requests, messages or records per second. */
  readonly rate: number;
  readonly seconds: number;
}

/** When a load sends something: at one rate, or at several, one after the other. */
export interface Pace extends Partial<Stretch> {
  /** Instead of `rate` and `seconds`. */
  readonly series?: readonly Stretch[];
  /**
   * Without it, requests come evenly spaced. With it, each comes at a moment that knows nothing of the others, and `rate` is the
   * average (a Poisson process): from a seed, or from a source of chance such as `Math.random`, which the model seeds.
   */
  readonly jitter?: number | (() => number);
}

/** The requests that `account.load` sends to a function. */
export interface LoadOptions extends Pace {
  /** `Event`: nobody waits for the answers. What is turned away is tried again; `fn.metrics().queue` shows how much waits. */
  readonly type?: 'RequestResponse' | 'Event';
  /** The version or alias; see `invoke`. */
  readonly qualifier?: string;
}

/** The messages that `account.load` sends to a queue. */
export interface QueueLoadOptions extends Pace {
  /** What the n-th message says, from 0. Default: n. */
  readonly body?: (n: number) => unknown;
  /** FIFO only: the group of the n-th message. Default: one group for all. */
  readonly groupId?: (n: number) => string;
}

/** The records that `account.load` puts into a stream or a table. */
export interface RecordLoadOptions<T = unknown> extends Pace {
  /** What the n-th record holds, from 0. Default: n. */
  readonly data?: (n: number) => T;
  /** Partition key of the n-th record, or key of the item. Default: n as text, so that all shards get their share. */
  readonly key?: (n: number) => string;
}

const MOST = 200_000;

/** Milliseconds after the start of a load at which its requests arrive, in order. */
export function arrivals(pace: Pace): number[] {
  const stretches = stretchesOf(pace);
  const total = stretches.reduce((sum, { rate, seconds }) => sum + rate * seconds, 0);
  if (total > MOST) throw new RangeError(`a load of ${total} requests is more than the model takes (${MOST})`);
  const { jitter } = pace;
  const random = jitter === undefined || typeof jitter === 'function' ? jitter : randomFrom(whole('jitter', jitter, 0));
  const times: number[] = [];
  let start = 0;
  for (const { rate, seconds } of stretches) {
    const end = start + seconds * 1000;
    if (random === undefined) for (let i = 0; i < Math.round(rate * seconds); i++) times.push(start + (i * 1000) / rate);
    else if (rate > 0) for (let at = start + gap(random, rate); at < end; at += gap(random, rate)) times.push(at);
    start = end;
  }
  return times;
}

/** What a load sends at which rate. @throws TypeError, RangeError for what is no pace. */
export function stretchesOf({ rate, seconds, series }: Pace): readonly Stretch[] {
  if (series === undefined) {
    if (!((rate as number) > 0) || !((seconds as number) > 0)) throw new RangeError('a load needs a rate and a number of seconds above 0');
    return [{ rate: rate as number, seconds: seconds as number }];
  }
  if (rate !== undefined || seconds !== undefined) throw new TypeError('a load takes a rate and seconds, or a series of them, not both');
  if (!Array.isArray(series) || !series.every(isStretch)) throw new TypeError(`series takes a list of rates, each for some seconds, not ${quote(series)}. Write series: [{ rate: 10, seconds: 60 }, { rate: 100, seconds: 5 }].`);
  if (!series.some((one) => one.rate > 0)) throw new RangeError('in a series, one rate at least is above 0');
  return series;
}

function isStretch(one: unknown): one is Stretch {
  const { rate, seconds } = (one ?? {}) as Partial<Stretch>;
  return typeof rate === 'number' && rate >= 0 && rate < Infinity && typeof seconds === 'number' && seconds > 0 && seconds < Infinity;
}

/** How a load is told to people: "100 a second for 60 s, seed 3". */
export function paceInWords(pace: Pace): string {
  const { jitter } = pace;
  const chance = jitter === undefined ? '' : typeof jitter === 'number' ? `, seed ${jitter}` : ', by chance';
  return `${stretchesOf(pace).map(({ rate, seconds }) => `${rate} a second for ${seconds} s`).join(', ')}${chance}`;
}

/** Time to the next request of a Poisson process. In whole nanoseconds: engines compute logarithms that differ in their last bit, and a load has to be the same in all of them. */
const gap = (random: () => number, rate: number): number => Math.round((-Math.log(1 - random()) * 1e9) / rate) / 1e6;
