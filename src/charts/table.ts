import { escapeMarkup } from '#base';
import { charts } from '#words';
import { ticks, timeText, valueText } from './scale.ts';
import { valueAt } from './thin.ts';
import type { Across, Chart, Plot, Point } from './types.ts';

const { table: words } = charts;

/** A chart as rows of text. The first row is the head. */
export function rowsOf(chart: Chart): readonly (readonly string[])[] {
  if (chart.kind === 'bars') return [['', chart.unit === 'ms' ? words.time : chart.unit === '$' ? words.dollars : chart.unit], ...chart.bars.map(({ name, value }) => [name, valueText(value, chart.unit)])];
  if (chart.across) return rowsAcross(chart, chart.across);
  const times = timesOf(chart);
  return [[words.time, ...chart.lines.map(({ name }) => name)], ...times.map((time) => [timeText(time), ...chart.lines.map((line) => valueText(valueAt(line, time), chart.unit))]), [words.most, ...chart.lines.map(({ points }) => valueText(points.reduce((high, { y }) => Math.max(high, y), 0), chart.unit))]];
}

/** Not over time: one row for each place that a line has a point at. */
function rowsAcross({ lines, unit }: Plot, across: Across): readonly (readonly string[])[] {
  const places = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const nameOf = (x: number): string => across.marks?.find((mark) => mark.x === x)?.name ?? valueText(x, across.unit);
  const cell = (points: readonly Point[], x: number): string => {
    const point = points.find((one) => one.x === x);
    return point === undefined ? '' : valueText(point.y, unit);
  };
  return [[across.unit, ...lines.map(({ name }) => name)], ...places.map((x) => [nameOf(x), ...lines.map(({ points }) => cell(points, x))])];
}

/** Few enough to read: every change if there are few, the marks of the axis otherwise. */
function timesOf({ lines }: Plot): number[] {
  const all = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  if (all.length <= 12) return all;
  const end = all.at(-1) as number;
  return [...ticks(end, 10, true).filter((time) => time < end), end];
}

/** The accessible form of a chart: a table with the same numbers. */
export function toTable(chart: Chart): string {
  const [head = [], ...rows] = rowsOf(chart);
  const cells = (row: readonly string[]): string => row.map((cell, i) => (i === 0 ? `<th scope="row">${escapeMarkup(cell)}</th>` : `<td>${escapeMarkup(cell)}</td>`)).join('');
  return `<table><caption>${escapeMarkup(chart.title)}</caption><thead><tr>${head.map(heading).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`;
}

/** A corner without a word is no heading. */
const heading = (cell: string): string => (cell === '' ? '<td></td>' : `<th scope="col">${escapeMarkup(cell)}</th>`);

/** The same as plain text, in columns. */
export function toText(chart: Chart): string {
  const rows = rowsOf(chart);
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return [chart.title, ...rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number))).join('  ').trimEnd())].join('\n');
}
