import { label, picture, round } from './markup.ts';
import { acrossMarks, textWidth, ticks, valueText } from './scale.ts';
import { thin, valueAt } from './thin.ts';
import type { Line, Plot, Point, Tone } from './types.ts';

const HEIGHT = 260;
const LEFT = 56;
/** Room for the names of the lines, or for half of the last mark where the names are below. */
const RIGHT = { beside: 132, below: 24 };
const TOP = 16;
const BOTTOM = 32;
/** The height that a name needs. */
const NAME = 18;

export type Names = 'beside' | 'below';

/** Where a value stands in the picture. */
interface Frame {
  /** Where the axis ends, from the left edge of the picture. */
  readonly right: number;
  x(value: number): number;
  y(value: number): number;
  readonly end: number;
}

/** Draws quantities over time. */
export function drawPlot(plot: Plot, width: number, names: Names): string {
  const right = width - RIGHT[names];
  const drawable = aboveZero(plot.lines);
  const lines = plot.isStacked ? stack(drawable) : drawable;
  const end = Math.max(1, ...plot.lines.map(({ points }) => points.at(-1)?.x ?? 0));
  const most = lines.reduce((top, { points }) => points.reduce((high, { y }) => Math.max(high, y), top), 0);
  const [across, up] = [acrossMarks(end, plot.across, right - LEFT), ticks(most === 0 ? 1 : most, 4, plot.unit === 'ms')];
  const last = Math.max(end, across.at(-1)?.x ?? 0);
  const frame: Frame = {
    right,
    x: (value) => LEFT + ((right - LEFT) * value) / last,
    y: (value) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * value) / (up.at(-1) as number),
    end,
  };
  const grid = up.map((value) => `<path class="grid" d="M${LEFT} ${round(frame.y(value))}H${right}"/>${label(LEFT - 8, frame.y(value) + 4, valueText(value, plot.unit), 'tick', 'end')}`);
  const marks = across.map(({ x, name }) => mark(frame.x(x), name, width));
  if (plot.across) marks.push(names === 'beside' ? label(right + 30, HEIGHT - BOTTOM + 20, plot.across.unit, 'tick') : label(right, HEIGHT - BOTTOM + 38, plot.across.unit, 'tick', 'end'));
  const drawn = plot.isStacked ? lines.map((line, i) => area(line, lines[i - 1], frame)).reverse() : lines.map((line) => stroke(line, frame));
  const keys = keysOf(lines, frame, names);
  const below = names === 'below' ? NAME * (keys.length + 0.5) : 0;
  return picture(width, HEIGHT + below, grid.join('') + marks.join('') + drawn.join('') + keys.join(''));
}

/** Each line on top of those before it. */
function stack(lines: readonly Line[]): Line[] {
  const times = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const sums = times.map(() => 0);
  return lines.map((line) => ({ ...line, points: times.map((x, i) => ({ x, y: (sums[i] = (sums[i] as number) + valueAt(line, x)) })) }));
}

/** The way along a line: across and then up or down, or straight. */
function way({ points, isSlope }: Line, frame: Frame): string {
  const kept = thin(points, frame.end, frame.right - LEFT);
  return kept.map(({ x, y }, i) => {
    const [h, v] = [round(frame.x(x)), round(frame.y(y))];
    if (i === 0) return `${h} ${v}`;
    return isSlope ? `L${h} ${v}` : `H${h}V${v}`;
  }).join('');
}

const close = (line: Line, frame: Frame): string => (line.isSlope ? '' : `H${round(frame.x(frame.end))}`);

function stroke(line: Line, frame: Frame): string {
  return line.points.length === 0 ? '' : `<path class="line ${line.tone}" d="M${way(line, frame)}${close(line, frame)}"/>`;
}

/** What lies between a line and the one below it. */
function area(line: Line, below: Line | undefined, frame: Frame): string {
  if (line.points.length === 0) return '';
  const first = (line.points[0] as Point).x;
  const floor = below === undefined ? `V${round(frame.y(0))}H${round(frame.x(first))}Z` : `L${back(below, frame)}Z`;
  return `<path class="area ${line.tone}" d="M${way(line, frame)}${close(line, frame)}${floor}"/>`;
}

/** The same way, from its end to its beginning. */
function back(line: Line, frame: Frame): string {
  const kept = thin(line.points, frame.end, frame.right - LEFT);
  const corners = kept.flatMap(({ x, y }, i) => {
    const next = kept[i + 1];
    return [[x, y], [next?.x ?? frame.end, y]] as const;
  });
  return corners.reverse().map(([x, y]) => `${round(frame.x(x))} ${round(frame.y(y))}`).join('L');
}

/** A line that is never above zero says nothing that its row in the table does not say; where there is no other, all are drawn. */
function aboveZero(lines: readonly Line[]): readonly Line[] {
  const some = lines.filter(({ points }) => points.some(({ y }) => y > 0));
  return some.length === 0 ? lines : some;
}

/** What an axis says at one place: below it, and within the picture. */
function mark(x: number, name: string, width: number): string {
  const isCut = x + textWidth(name) / 2 > width;
  return label(isCut ? width : x, HEIGHT - BOTTOM + 20, name, 'tick', isCut ? 'end' : 'middle');
}

/** The names of the lines: each beside its end, none over another, or one below the other. */
function keysOf(lines: readonly Line[], frame: Frame, names: Names): string[] {
  const ends = lines.map(({ name, tone, points }) => ({ text: name, tone, y: frame.y(points.at(-1)?.y ?? 0) }));
  if (names === 'below') return ends.map(({ text, tone }, i) => key(LEFT, HEIGHT + NAME * (i + 0.5), text, tone));
  let free = HEIGHT - BOTTOM;
  return ends.sort((a, b) => b.y - a.y).map(({ text, tone, y }) => {
    const at = Math.min(y, free);
    free = at - NAME;
    return key(frame.right + 8, at, text, tone);
  });
}

const key = (x: number, y: number, text: string, tone: Tone): string => `<path class="key ${tone}" d="M${x} ${round(y)}h16"/>${label(x + 22, y + 4, text, 'name')}`;
