import { local } from 'happens-before/threading';

class Times extends local {
  all: number[] = [];
}

/** Collects response times. Any thread may use it. */
export function makeStats() {
  const own = new Times();

  return {
    async record(ms: number) {
      own.all.push(ms);
    },
    async mean() {
      const { all } = own;
      const total = all.reduce((a, b) => a + b, 0);
      return all.length === 0 ? 0 : total / all.length;
    },
    async worst() {
      return Math.max(0, ...own.all);
    },
  };
}
