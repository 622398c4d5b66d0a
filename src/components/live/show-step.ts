/** How much of what is beside the step can be seen too, in pixels. */
const MARGIN = 60;

/**
 * Scrolls the lanes of a still picture so far that the step which it is about can be seen, and again whenever their size changes: a window made
 * narrower, a phone turned. The picture begins at its start where there is no script; once it is alive, the timeline scrolls by itself.
 * Returns what ends it.
 */
export function showStep(root: Element): () => void {
  const sizes = new ResizeObserver((changes) => changes.forEach(({ target }) => scroll(target)));
  // The observer also tells of the size that a box has to begin with, before it is painted.
  for (const box of root.querySelectorAll('.hb-lanes[data-at] .lanes')) sizes.observe(box);
  return () => sizes.disconnect();
}

function scroll(box: Element): void {
  const bar = box.querySelector('rect.at');
  // Of the two pictures, for wide pages and for narrow ones, one is not displayed.
  if (bar === null || box.clientWidth === 0) return;
  const step = bar.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  const isAcross = box.classList.contains('across');
  box.scrollLeft += past(step.right, frame.right, isAcross);
  box.scrollTop += past(step.bottom, frame.bottom, !isAcross);
}

/** How far `end` lies beyond what the box shows. */
const past = (end: number, edge: number, isAlong: boolean): number => Math.max(0, end + (isAlong ? MARGIN : 8) - edge);
