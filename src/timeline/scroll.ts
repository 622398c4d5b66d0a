import type { Bar, Scene } from './scene.ts';

/** Brings the selected step into view, with a little of what is beside it, moving no more than it must. */
export function scrollTo(box: HTMLElement, scene: Scene): void {
  const column = scene.columns.find((c) => scene.at !== undefined && scene.at >= c.from && scene.at <= c.to);
  const names = box.querySelector('svg.names');
  if (!column || !names) return;
  const across = scene.axis === 'across';
  const strip = names.getBoundingClientRect();
  // The picture is drawn in rem, so a unit may be more than a pixel.
  const scale = (across ? strip.width : strip.height) / scene.nameSize;
  const start = (across ? column.rect.x : column.rect.y) * scale;
  const end = start + (across ? column.rect.w : column.rect.h) * scale;
  const room = across ? box.clientWidth - strip.width : box.clientHeight - strip.height;
  const along = reach(across ? box.scrollLeft : box.scrollTop, room, start, end, Math.min(60, room / 4));

  // The lane as well, where not all of them fit.
  const bar = scene.bars.find((b) => b.step === scene.at);
  const [near, far] = bar ? sideways(bar, across) : [0, 0];
  const breadth = across ? box.clientHeight : box.clientWidth;
  const aside = reach(across ? box.scrollTop : box.scrollLeft, breadth, near * scale, far * scale, 8);
  box.scrollTo(across ? { left: along, top: aside } : { top: along, left: aside });
}

const sideways = ({ rect: { x, y, w, h } }: Bar, across: boolean): readonly [number, number] => (across ? [y, y + h] : [x, x + w]);

/** The nearest place to `now` from which `start` to `end` can be seen. */
function reach(now: number, room: number, start: number, end: number, margin: number): number {
  if (start - margin < now) return Math.max(0, start - margin);
  return end + margin > now + room ? end + margin - room : now;
}
