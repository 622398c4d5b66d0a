import type { Event, Trace } from './types.ts';
import { clean } from './clean.ts';
import { outcome } from './ends.ts';
import { eventAt, findResource, taskName } from './lookup.ts';
import { describe } from './text.ts';

/** How many steps two runs of one program have in common at their beginning: same task, same operation, same value. */
export function commonStart(a: Trace, b: Trace): number {
  const most = Math.min(a.events.length, b.events.length);
  let steps = 0;
  while (steps < most && isSame(a.events[steps]!, a, b.events[steps]!, b)) steps++;
  return steps;
}

function isSame(one: Event, a: Trace, other: Event, b: Trace): boolean {
  const words = (event: Event, trace: Trace): string =>
    JSON.stringify([
      taskName(trace, event.task),
      event.verb,
      findResource(trace, event.resource)?.name,
      event.value,
      event.partner === undefined ? undefined : taskName(trace, event.partner),
      event.place?.line,
    ]);
  return words(one, a) === words(other, b);
}

/**
 * Where two orders part, and what each does there: "The first 5 steps are the same in both orders. At step 6 here b reads counter;
 * there a writes counter." `b` is the other order.
 */
export function partingSentence(a: Trace, b: Trace): string {
  const steps = commonStart(a, b);
  // They differ in what chance gave, a pool or a poll, and not in who went.
  if (steps === Math.max(a.events.length, b.events.length)) return `Every step is the same in both orders. ${printed(a) === printed(b) ? 'What differs is what chance gave.' : `What is printed is not: ${printed(a)} here, and ${printed(b)} there.`}`;
  const start =
    steps === 0
      ? 'The two orders differ from the first step on.'
      : `${steps === 1 ? 'Step 1 is' : `Steps 1–${steps} are`} the same in both orders.`;
  const [one, other] = [doing(a, steps + 1), doing(b, steps + 1)];
  return `${start} At step ${steps + 1}, ${one} here, and ${other} there.`;
}

const printed = ({ output }: Trace): string => (output.length === 0 ? 'nothing' : clean(output.join(', ')));

function doing(trace: Trace, step: number): string {
  const event = eventAt(trace, step);
  return event ? `${taskName(trace, event.task)} goes (${describe({ ...event, changes: [] }, trace)})` : 'all is over';
}

/** True if a run came to its end, nobody panicked and nobody was left waiting. */
export const endsWell = (trace: Trace): boolean => outcome(trace) === undefined;
