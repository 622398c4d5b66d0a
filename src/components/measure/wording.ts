/** Names and numbers of measurements, as a reader reads them. */
export const measurementNames = { 'speed-up': 'speed-up', gil: 'the GIL', 'lost-updates': 'lost updates', locks: 'two locks' } as const;
export const wayNames = { plain: 'plain', atomic: 'Atomics.add', lock: 'parking lock' } as const;
export const lockNames = { spin: 'spin lock', parking: 'parking lock' } as const;

/** `0.1` → `0.1 µs`, `1000` → `1 ms`. */
export const lengthText = (us: number): string => (us >= 1000 ? `${us / 1000} ms` : `${us} µs`);

/** `1.847` → `1.8`; from 10 on without a fraction. */
export const timesText = (times: number): string => (times >= 9.95 ? Math.round(times).toLocaleString('en') : times.toFixed(1));

/** Numbers as they are counted: at most three digits that matter. */
export const roundText = (value: number): string => Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });

/** The value below which `share` of the sorted values lie. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
