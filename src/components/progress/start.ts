/** What every page does with progress: shows what is solved and read, remembers the place, offers to go on there. */
import { isProgressKey, readProgress } from '#progress';
import { drawMarks } from './marks.ts';
import { offerResume, rememberPlace } from './place.ts';
import { shelf } from './shelf.ts';

/** As components/live/solved.ts dispatches it. */
const solvedEvent = 'happens-before:solved';

export function startProgress(): void {
  const draw = (): void => drawMarks(readProgress(shelf()));
  draw();
  offerResume();
  rememberPlace();
  addEventListener(solvedEvent, draw);
  // Another tab has solved something, or cleared all.
  addEventListener('storage', ({ key }) => {
    if (isProgressKey(key)) draw();
  });
}
