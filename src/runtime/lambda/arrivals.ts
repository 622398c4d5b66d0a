import { randomFrom } from '#base';
import { whole } from './options.ts';

/** The requests that `account.load` sends. */
export interface LoadOptions {
  /** Requests per second. */
  readonly rate: number;
  readonly seconds: number;
  /**
   * Without it, requests come evenly spaced. With it, each comes at a moment that knows nothing of the others, and `rate` is the
   * average (a Poisson process): from a seed, or from a source of chance such as `Math.random`, which the model seeds.
   */
  readonly jitter?: number | (() => number);
  /** `Event`: nobody waits for the answers. What is turned away is tried again; `fn.metrics().queue` shows how much waits. */
  readonly type?: 'RequestResponse' | 'Event';
  /** The version or alias; see `invoke`. */
  readonly qualifier?: string;
}

const MOST = 200_000;

/** Milliseconds after the start of a load at which its requests arrive, in order. */
export function arrivals({ rate, seconds, jitter }: LoadOptions): number[] {
  if (!(rate > 0) || !(seconds > 0)) throw new RangeError('a load needs a rate and a number of seconds above 0');
  if (rate * seconds > MOST) throw new RangeError(`a load of ${rate * seconds} requests is more than the model takes (${MOST})`);
  const end = seconds * 1000;
  if (jitter === undefined) return Array.from({ length: Math.round(rate * seconds) }, (_, i) => (i * 1000) / rate);
  const random = typeof jitter === 'function' ? jitter : randomFrom(whole('jitter', jitter, 0));
  const times: number[] = [];
  for (let at = gap(random, rate); at < end; at += gap(random, rate)) times.push(at);
  return times;
}

/** Time to the next request of a Poisson process. */
/** In whole nanoseconds: engines compute logarithms that differ in their last bit, and a load has to be the same in all of them. */
const gap = (random: () => number, rate: number): number => Math.round((-Math.log(1 - random()) * 1e9) / rate) / 1e6;
