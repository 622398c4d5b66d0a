import { label, picture, round } from './markup.ts';
import { valueText } from './scale.ts';
import type { Bars } from './types.ts';

const LEFT = 150;
const RIGHT = 90;
const ROW = 32;

/** Draws a few quantities as bars, each with its name before it and its value behind it. */
export function drawBars({ bars, unit }: Bars, width: number): string {
  const most = Math.max(Number.MIN_VALUE, ...bars.map(({ value }) => value));
  const rows = bars.map(({ name, value, tone }, i) => {
    const length = ((width - LEFT - RIGHT) * value) / most;
    const y = i * ROW;
    return `${label(LEFT - 10, y + 20, name, 'name', 'end')}<rect class="bar ${tone}" x="${LEFT}" y="${y + 6}" width="${round(length)}" height="18"/>${label(LEFT + length + 8, y + 20, valueText(value, unit), 'tick')}`;
  });
  return picture(width, bars.length * ROW + 8, rows.join(''));
}
