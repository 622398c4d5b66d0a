import { escapeMarkup } from '#base';
import type { CycleScene } from './cycle.ts';
import type { TreeScene } from './parting-tree.ts';
import type { Label, Rect, Scene, Tag } from './scene.ts';
import { arrows, bars, caps, columns, folds, forks, holders, rails, races, shelves, waits } from './svg-marks.ts';

/**
 * The drawing in two pictures: the strip of names, which stays in view, and the lanes, which scroll. Both carry classes
 * only; lanes.css decides the colours. No ids, so that many can stand on one page. Sizes are in rem: the picture grows
 * with the reader's text size.
 */
export function toSvgParts(scene: Scene): { readonly names: string; readonly lanes: string } {
  const across = scene.axis === 'across';
  const [nameWidth, nameHeight] = across ? [scene.nameSize, scene.height] : [scene.width, scene.nameSize];
  return {
    names: open('names', nameWidth, nameHeight) + names(scene) + '</svg>',
    lanes: open('steps', scene.width, scene.height) + marks(scene) + '</svg>',
  };
}

/** The whole drawing as one picture, for a file or a print. */
export function toSvg(scene: Scene): string {
  const across = scene.axis === 'across';
  const [width, height] = across ? [scene.width + scene.nameSize, scene.height] : [scene.width, scene.height + scene.nameSize];
  const shift = across ? `translate(${scene.nameSize} 0)` : `translate(0 ${scene.nameSize})`;
  return `${open(`whole ${scene.axis}`, width, height)}<g class="names">${names(scene)}</g><g class="steps" transform="${shift}">${marks(scene)}</g></svg>`;
}

/** The tree of orders as a picture: a dot at the end of each, a cross for those of `wrong`. */
export function toTreeSvg({ width, height, lines, steps }: TreeScene, wrong: readonly number[]): string {
  const rows = lines.map(({ index, path, end: { x, y }, label }) => {
    const bad = wrong.includes(index);
    const end = bad
      ? `<path class="failed" d="M${x - 5} ${y - 5}l10 10m0-10l-10 10"/>`
      : `<circle class="returned" cx="${x}" cy="${y}" r="5"/>`;
    return `<path class="${bad ? 'branch wrong' : 'branch'}" d="${path}"/>${end}${label ? text(label, 'goes') : ''}`;
  });
  return `${open('tree', width, height)}${steps.map((step) => text(step, 'step')).join('')}${rows.join('')}</svg>`;
}

/** The circle of a deadlock as a picture. */
export function toCycleSvg({ width, height, boxes, arrows }: CycleScene): string {
  const lines = arrows.map((a) => `<path class="shaft" d="${a.path}"/><path class="head" d="${a.head}"/>${tag(a.label, 'why stuck')}`);
  const tasks = boxes.map(({ rect: box, label }) => rect(box, 'task', ' rx="3"') + text(label, 'name'));
  return `${open('circle', width, height)}${lines.join('')}${tasks.join('')}</svg>`;
}

function marks(scene: Scene): string {
  // Order is depth: ground, lines between lanes, bars over them, words on top.
  return (
    columns(scene) +
    rails(scene, 'lines') +
    shelves(scene) +
    holders(scene) +
    arrows(scene) +
    races(scene, 'lines') +
    waits(scene) +
    bars(scene) +
    rails(scene, 'names') +
    folds(scene) +
    races(scene, 'marks') +
    caps(scene) +
    forks(scene)
  );
}

function names(scene: Scene): string {
  const lines = scene.axis === 'across' ? scene.lanes.map((l) => `M0 ${l.rect.y}H${scene.nameSize}`).join('') : '';
  const things = [...scene.shelves, ...scene.holders].map((s) =>
    text(
      {
        ...s.name,
        x: scene.axis === 'across' ? 10 : s.name.x,
        y: scene.axis === 'across' ? s.name.y : scene.nameSize / 2,
        anchor: scene.axis === 'across' ? 'start' : 'middle',
      },
      'thing',
    ),
  );
  return `${lines && `<path class="rule" d="${lines}"/>`}${scene.lanes.map((l) => text(l.name, 'name')).join('')}${things.join('')}`;
}

function open(className: string, width: number, height: number): string {
  const rem = (n: number): number => Number((n / 16).toFixed(3));
  return `<svg class="${className}" viewBox="0 0 ${width} ${height}" width="${rem(width)}rem" height="${rem(height)}rem" aria-hidden="true" focusable="false">`;
}

export function rect({ x, y, w, h }: Rect, className: string, more = ''): string {
  return `<rect class="${className}" x="${x}" y="${y}" width="${w}" height="${h}"${more}/>`;
}

export function text(label: Label, className = ''): string {
  const names = [className, label.anchor === 'middle' ? '' : label.anchor].filter(Boolean).join(' ');
  return `<text${names && ` class="${names}"`} x="${label.x}" y="${label.y}">${escapeMarkup(label.text)}</text>`;
}

export const tag = (t: Tag, className: string): string => `<g class="${className}">${rect(t.box, 'ground')}${text(t)}</g>`;
