import { charts, number } from '#words';
import type { Across } from './types.ts';

/** Steps of an axis that people count in. */
const NICE = [1, 2, 5, 10];
/** The same for times, in milliseconds: up to a second, then seconds, minutes, hours, days. */
const TIMES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000, 86_400_000];

/** Marks from 0 to the first one that is not below `most`, about `count` of them. */
export function ticks(most: number, count: number, isTime: boolean): number[] {
  const rough = Math.max(most, Number.MIN_VALUE) / count;
  const step = isTime && rough >= 1 ? (TIMES.find((one) => one >= rough) ?? Math.ceil(rough / 86_400_000) * 86_400_000) : niceStep(rough);
  const marks: number[] = [];
  for (let i = 0; i === 0 || (marks.at(-1) as number) < most; i++) marks.push(i * step);
  return marks;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (NICE.find((one) => one * power >= rough * 0.999_999) as number);
}

const UNITS = [[86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1000, 's'], [1, 'ms']] as const;

/** `1500` → `1.5 s`. */
export function timeText(ms: number): string {
  const [size, name] = UNITS.find(([unit]) => Math.abs(ms) >= unit) ?? UNITS[4];
  return `${short(ms / size)} ${name}`;
}

/** A value with its unit, as it stands on an axis and in a table. */
export function valueText(value: number, unit: string): string {
  if (unit === 'ms') return timeText(value);
  if (unit === '$') return charts.units.dollars(value === 0 || value >= 0.01 ? short(value) : written(value.toPrecision(2)));
  return unit === '×' || unit === '%' ? `${short(value)}${unit}` : short(value);
}

/** At most three digits that matter, without needless zeros; whole thousands keep theirs. */
function short(value: number): string {
  return Math.abs(value) >= 100 ? number(Math.round(value)) : written(String(Number(value.toPrecision(3))));
}

/** Digits with the language's decimal sign; a formatter would round away what is very small. */
const written = (digits: string): string => digits.replace('.', number(0.5).slice(1, 2));

/** About how wide `text` is on an axis, in pixels: a little more rather than less. */
export const textWidth = (text: string): number => text.length * 7;

/** What stays free between two marks. */
const GAP = 8;

/** Where the axis of a plot is marked, and with what: about six marks, fewer where their names would run into one another. */
export function acrossMarks(end: number, across: Across | undefined, width: number): readonly { readonly x: number; readonly name: string }[] {
  if (across?.marks !== undefined) return across.marks;
  for (let count = 6; ; count--) {
    const marks = (across === undefined ? ticks(end, count, true) : wholeTicks(end, count)).map((x) => ({ x, name: across === undefined ? timeText(x) : short(x) }));
    const room = width / Math.max(1, marks.length - 1);
    if (count === 1 || marks.every(({ name }) => textWidth(name) + GAP <= room)) return marks;
  }
}

/** Half a worker is nobody. */
const wholeTicks = (end: number, count: number): number[] => ticks(end, Math.min(count, Math.max(1, Math.ceil(end))), false).filter(Number.isInteger);
