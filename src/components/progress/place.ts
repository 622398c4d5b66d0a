import { keepPlace, readProgress, type Place } from '#progress';
import { shell } from '#words';
import { shelf } from './shelf.ts';

const headings = (lesson: HTMLElement): readonly HTMLElement[] => [...lesson.querySelectorAll<HTMLElement>('h2[id]')].filter(({ id }) => id !== 'learn');

/** Remembers which heading of a lesson is on top when its page is left or hidden, and whether its end has been seen. */
export function rememberPlace(): void {
  const lesson = document.querySelector<HTMLElement>('[data-lesson-page]');
  if (lesson === null) return;
  let finished = false;
  const end = lesson.querySelector('.lesson-end') ?? lesson;
  new IntersectionObserver((seen) => {
    finished ||= seen.some(({ isIntersecting }) => isIntersecting) && scrollY > 0;
    if (finished) keep();
  }).observe(end);
  const keep = (): void => {
    const heading = headings(lesson).findLast((each) => each.getBoundingClientRect().top < innerHeight / 3)?.id;
    // Who has only opened the page has not been anywhere in it.
    if (heading === undefined && !finished) return;
    keepPlace(shelf(), {
      lesson: lesson.dataset.lessonPage!,
      title: lesson.dataset.lessonTitle!,
      ...(heading !== undefined && { heading }),
      at: Date.now(),
      ...(finished && { finished }),
    });
  };
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep());
}

/** Offers a link to where the reader was, in the lesson itself and on the first page. It never goes there by itself. */
export function offerResume(): void {
  const { places } = readProgress(shelf());
  const lesson = document.querySelector<HTMLElement>('[data-lesson-page]');
  const here = places.find((place) => place.lesson === lesson?.dataset.lessonPage);
  if (lesson && here && !here.finished && location.hash === '' && scrollY === 0) offerHere(lesson, here);
  const box = document.querySelector<HTMLElement>('[data-resume]');
  const latest = places.find((place) => !place.finished) ?? places[0];
  if (box === null || latest === undefined) return;
  const link = document.createElement('a');
  link.className = 'button primary';
  link.href = `${box.dataset.resume!}${latest.lesson}/${latest.heading === undefined ? '' : `#${latest.heading}`}`;
  link.textContent = shell.place.goOnWith(latest.title);
  box.prepend(link);
  box.querySelector('.primary:not(:first-child)')?.classList.remove('primary');
}

function offerHere(lesson: HTMLElement, { heading }: Place): void {
  const target = headings(lesson).find(({ id }) => id === heading);
  // The first heading is where everybody begins.
  if (target === undefined || target === headings(lesson)[0]) return;
  const link = document.createElement('a');
  link.href = `#${target.id}`;
  link.textContent = shell.place.goOnAt(target.textContent);
  const words = document.createElement('p');
  words.className = 'resume';
  words.append(`${shell.place.before} `, link, '.');
  lesson.querySelector('.lesson-header > div')?.append(words);
}
