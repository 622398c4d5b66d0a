/** Names and numbers of measurements, as a reader reads them. */
import { language, measured, number } from '#words';

export const measurementNames = measured.names;
export const wayNames = measured.ways;
export const lockNames = measured.locks;

/** `0.1` → `0.1 µs`, `1000` → `1 ms`. */
export const lengthText = (us: number): string => (us >= 1000 ? `${number(us / 1000)} ms` : `${number(us)} µs`);

const oneDigit = (value: number): string => Number(value.toFixed(1)).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `1.847` → `1.8`; from 10 on without a fraction. */
export const timesText = (times: number): string => (times >= 9.95 ? number(Math.round(times)) : oneDigit(times));

/** Numbers as they are counted: at most three digits that matter. */
export const roundText = (value: number): string => number(Number(value.toPrecision(3)));

/** The value below which `share` of the sorted values lie. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
