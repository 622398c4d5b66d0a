import { textWidth } from './frame.ts';
import type { Label, Point, Rect, Scene } from './scene.ts';
import { rect, tag, text } from './svg.ts';
import { RELATION_MARKS } from './wording.ts';

const line = (from: Point, to: Point): string => `M${from.x} ${from.y}L${to.x} ${to.y}`;
const path = (d: string, className: string): string => (d ? `<path class="${className}" d="${d}"/>` : '');

/** Around the number of the deciding step, and what is said of it: the two are written as one, and stand in the middle. */
function ringOf({ x, y, text: words }: Label, mark: string): Rect {
  const w = textWidth(words + mark) + (mark ? 8 : 12);
  return { x: x - w / 2, y: y - 9, w, h: 18 };
}

export function columns(scene: Scene): string {
  const lanes = scene.lanes
    .map(({ rect: { x, y, w, h } }) => (scene.axis === 'across' ? `M${x} ${y}H${x + w}` : `M${x + w} ${y}V${y + h}`))
    .join('');
  return (
    path(lanes, 'rule') +
    scene.columns
      .map((column) => {
        const here = scene.at !== undefined && scene.at >= column.from && scene.at <= column.to;
        const ground = here ? rect(column.rect, 'here') : column.fold ? rect(column.rect, 'fold') : '';
        const sign = column.relation ? RELATION_MARKS[column.relation] : '';
        // A ring around the number and a space would be too wide for where lanes run downwards.
        const mark = sign && `${column.decisive ? '' : ' '}<tspan class="${column.relation}">${sign}</tspan>`;
        const ring = column.decisive ? rect(ringOf(column.label, sign), 'decides', ' rx="9"') : '';
        const number = text(column.label, `step${here ? ' now' : ''}${column.decisive ? ' deciding' : ''}`).replace(
          '</text>',
          `${mark}</text>`,
        );
        return ground + ring + number + (column.time ? text(column.time, 'time') : '');
      })
      .join('') +
    (scene.parting ? path(line(scene.parting.from, scene.parting.to), 'parting') : '')
  );
}

/** How many steps a fold stands for: over the bars, which it may meet where lanes are narrow. */
export const folds = (scene: Scene): string => scene.columns.map(({ fold }) => (fold ? tag(fold, 'folded-steps') : '')).join('');

export function bars(scene: Scene): string {
  return scene.bars
    .map((bar) => {
      switch (bar.kind) {
        case 'run': {
          const relation = scene.columns.find((c) => c.from === bar.step)?.relation;
          const names = [
            'run',
            bar.raced ? 'raced' : '',
            bar.step === scene.at ? 'at' : '',
            bar.aside ? 'aside' : '',
            relation === 'concurrent' ? 'free' : '',
          ]
            .filter(Boolean)
            .join(' ');
          return rect(bar.rect, names, ' rx="3"') + (bar.label ? text(bar.label, bar.aside ? 'op aside' : 'op') : '');
        }
        case 'ready':
        case 'pause':
          return rect(bar.rect, 'ready', ' rx="2"');
        case 'working':
          return rect(bar.rect, 'working', ' rx="2"');
        case 'folded':
          return rect(bar.rect, 'many');
        default:
          return bar.kind satisfies never;
      }
    })
    .join('');
}

export function waits(scene: Scene): string {
  const of = (kind: string): string =>
    scene.waits
      .filter((w) => w.kind === kind)
      .map((w) => line(w.from, w.to))
      .join('');
  const stuck = new Set(scene.waits.filter((w) => w.kind === 'stuck').map((w) => w.task));
  const posts = (wrong: boolean): string =>
    scene.posts
      .filter((p) => wrong === isOn(p.task))
      .map((p) => line(p.from, p.to))
      .join('');
  function isOn(task: number): boolean {
    return stuck.has(task);
  }
  const labels = scene.waits.map((w) => (w.label ? tag(w.label, w.kind === 'stuck' ? 'why stuck' : 'why') : '')).join('');
  return (
    path(of('blocked') + posts(false), 'blocked') +
    path(of('sleeping'), 'sleeping') +
    path(of('stuck') + posts(true), 'blocked stuck') +
    labels
  );
}

export function caps(scene: Scene): string {
  return scene.caps
    .map(({ kind, x, y, label }) => {
      const words = label ? tag(label, 'why stuck') : '';
      switch (kind) {
        case 'returned':
          return `<circle class="returned" cx="${x}" cy="${y}" r="5"/>`;
        case 'failed':
          return path(`M${x - 6} ${y - 6}l12 12m0-12l-12 12`, 'failed') + words;
        case 'stuck':
          // The hatching is drawn, not a pattern: patterns need ids, and ids must differ on a page.
          return `${rect({ x: x - 10, y: y - 11, w: 20, h: 22 }, 'end')}${path(`M${x - 10} ${y + 3}l14-14M${x - 10} ${y + 11}l20-20M${x - 2} ${y + 11}l12-12`, 'hatch')}${words}`;
        default:
          return kind satisfies never;
      }
    })
    .join('');
}

/** The names stand beside their rails, which may be where the next lane has its bars: they go over them. */
export function rails(scene: Scene, part: 'lines' | 'names'): string {
  return scene.rails
    .map((r) => (part === 'lines' ? path(line(r.from, r.to), `rail lock-${'abc'[r.style]}`) : text(r.label, `lock-name lock-${'abc'[r.style]}`)))
    .join('');
}

export function shelves(scene: Scene): string {
  return scene.shelves
    .map((s) => {
      const slots = s.slots
        .map(
          (slot) =>
            slot.rects.map((box, i) => rect(box, i < slot.filled ? 'slot full' : 'slot')).join('') +
            (slot.label ? tag(slot.label, 'level') : ''),
        )
        .join('');
      const closed = s.closed
        ? `<circle class="closed" cx="${s.closed.x}" cy="${s.closed.y}" r="7"/>${path(`M${s.closed.x - 5} ${s.closed.y - 5}l10 10m0-10l-10 10`, 'closed')}`
        : '';
      return path(line(s.from, s.to), 'shelf') + slots + closed;
    })
    .join('');
}

export function holders(scene: Scene): string {
  return scene.holders
    .map(({ from, to, turns }) => {
      const boxes = turns.map(
        (turn) => rect(turn.rect, turn.forced ? 'turn taken' : 'turn', ' rx="3"') + (turn.label ? text(turn.label, 'whose') : ''),
      );
      return path(line(from, to), 'shelf') + boxes.join('');
    })
    .join('');
}

export function arrows(scene: Scene): string {
  const drawn = scene.arrows.map((a) => {
    const near = scene.at === undefined || a.from === scene.at || a.to === scene.at;
    return `<g class="arrow ${a.kind}${near ? '' : ' far'}">${path(a.path, 'shaft')}${path(a.head, 'head')}${a.chip ? tag(a.chip, 'chip') : ''}</g>`;
  });
  return drawn.join('');
}

/** Lines go under the bars, the words and diamonds over them. */
export function races(scene: Scene, part: 'lines' | 'marks'): string {
  if (part === 'lines') {
    return scene.races
      .map((r) => {
        const near = scene.at === undefined || r.from === scene.at || r.to === scene.at;
        return path(line(r.start, r.end), near ? 'race' : 'race far');
      })
      .join('');
  }
  const diamonds = scene.diamonds.map(({ x, y }) => `M${x} ${y - 7}l7 7-7 7-7-7z`).join('');
  return path(diamonds, 'diamond') + scene.races.map((r) => (r.tag ? tag(r.tag, 'race-tag') : '')).join('');
}

/** Two prongs and a stem; heavier where the scheduler took the turn from a task that could have gone on. */
export function forks(scene: Scene): string {
  const of = (forced: boolean): string =>
    scene.forks
      .filter((f) => f.forced === forced)
      .map(({ x, y }) => `M${x} ${y + 6}v-5m-5-6v2q0 4 5 4t5-4v-2`)
      .join('');
  return path(of(false), 'fork') + path(of(true), 'fork forced');
}
