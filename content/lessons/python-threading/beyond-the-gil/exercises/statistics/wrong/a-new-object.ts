/** Collects response times. Any thread may use it. */
export function makeStats() {
  let now = { count: 0, total: 0, largest: 0 };

  return {
    async record(ms: number) {
      const { count, total, largest } = now;
      now = {
        count: count + 1,
        total: total + ms,
        largest: Math.max(largest, ms),
      };
    },
    async mean() {
      const { count, total } = now;
      return count === 0 ? 0 : total / count;
    },
    async worst() {
      return now.largest;
    },
  };
}
