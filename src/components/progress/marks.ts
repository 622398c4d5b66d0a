import type { Progress } from '#progress';
import { shell } from '#words';

/** Marks lessons that were read to their end and exercises that were solved, wherever the page names them. */
export function drawMarks({ solved, places }: Progress): void {
  const read = new Set(places.filter(({ finished }) => finished).map(({ lesson }) => lesson));
  for (const link of document.querySelectorAll<HTMLElement>('[data-lesson]')) mark(link, read.has(link.dataset.lesson!) ? shell.marks.read : undefined);
  const dates = new Map(solved.map(({ exercise, on }) => [exercise, on]));
  for (const head of document.querySelectorAll<HTMLElement>('[data-exercise-mark]')) {
    const on = dates.get(head.dataset.exerciseMark!);
    mark(head, on === undefined ? undefined : shell.marks.solved(on));
  }
  // In an edition that says so, a solution is there once its exercise was solved.
  for (const solution of document.querySelectorAll<HTMLElement>('[data-once-solved]')) {
    if (dates.has(solution.closest<HTMLElement>('[data-exercise]')!.dataset.exercise!)) solution.hidden = false;
  }
}

/** A tick with a word for those who do not see it. */
function mark(element: HTMLElement, word: string | undefined): void {
  element.querySelector(':scope > .progress-mark')?.remove();
  if (word === undefined) return;
  const tick = document.createElement('span');
  tick.className = 'progress-mark';
  tick.title = word;
  const sign = document.createElement('span');
  sign.ariaHidden = 'true';
  sign.textContent = ' ✓';
  const spoken = document.createElement('span');
  spoken.className = 'visually-hidden';
  spoken.textContent = `, ${word}`;
  tick.append(sign, spoken);
  element.append(tick);
}
