import type { Scene } from './scene.ts';

/** The first step of the column that a click on the picture met. */
export function stepUnder({ clientX, clientY }: MouseEvent, picture: Element, scene: Scene): number | undefined {
  const box = picture.getBoundingClientRect();
  const across = scene.axis === 'across';
  const along = across ? ((clientX - box.left) / box.width) * scene.width : ((clientY - box.top) / box.height) * scene.height;
  return scene.columns.find(({ rect }) =>
    across ? along >= rect.x && along < rect.x + rect.w : along >= rect.y && along < rect.y + rect.h,
  )?.from;
}

/** A button that says what it does in words. */
export function offer(words: string, act: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', act);
  return button;
}

/** Marks the bars of these steps. */
export function lightSteps(box: Element, scene: Scene, steps: ReadonlySet<number>): void {
  const drawn = scene.bars.filter((bar) => bar.kind === 'run');
  // The first picture is that of the scene, and its bars stand in the scene's order.
  const rects = box.querySelector('svg.steps')?.querySelectorAll('rect.run') ?? [];
  rects.forEach((rect, index) => rect.classList.toggle('lit', steps.has(drawn[index]?.step ?? 0)));
}
