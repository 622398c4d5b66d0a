import { local } from 'happens-before/threading';

/** Collects response times. Any thread may use it. */
export function makeStats() {
  const own = new local<{ times: number[] }>();

  return {
    async record(ms: number) {
      if (!('times' in own)) own.times = [];
      own.times.push(ms);
    },
    async mean() {
      if (!('times' in own)) return 0;
      return own.times.reduce((a, b) => a + b, 0) / own.times.length;
    },
    async worst() {
      return 'times' in own ? Math.max(...own.times) : 0;
    },
  };
}
