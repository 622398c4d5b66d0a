import type { Scene } from './scene.ts';

/** Brings the selected column into view, with a little of what is beside it, moving no more than it must. */
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
  const now = across ? box.scrollLeft : box.scrollTop;
  const margin = Math.min(60, room / 4);
  const to = start - margin < now ? start - margin : end + margin > now + room ? end + margin - room : now;
  if (to !== now) box.scrollTo(across ? { left: to } : { top: to });
}
