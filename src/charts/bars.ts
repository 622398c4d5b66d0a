import { label, picture, round } from './markup.ts';
import type { Names } from './plot.ts';
import { valueText } from './scale.ts';
import type { Bars } from './types.ts';

const RIGHT = 90;
/** Where a bar begins, how high a row is, and where in it name and bar are. */
const LAYOUT = {
  beside: { left: 150, row: 32, name: 20, bar: 6 },
  below: { left: 0, row: 48, name: 14, bar: 22 },
};

/** Draws a few quantities as bars, each with its name before it, or above where there is no room, and its value behind it. */
export function drawBars({ bars, unit }: Bars, width: number, names: Names): string {
  const { left, row, name: nameAt, bar } = LAYOUT[names];
  const most = Math.max(Number.MIN_VALUE, ...bars.map(({ value }) => value));
  const rows = bars.map(({ name, value, tone }, i) => {
    const length = ((width - left - RIGHT) * value) / most;
    const y = i * row;
    const named = names === 'beside' ? label(left - 10, y + nameAt, name, 'name', 'end') : label(0, y + nameAt, name, 'name');
    return `${named}<rect class="bar ${tone}" x="${left}" y="${y + bar}" width="${round(length)}" height="18"/>${label(left + length + 8, y + bar + 14, valueText(value, unit), 'tick')}`;
  });
  return picture(width, bars.length * row + 8, rows.join(''));
}
