import type { Trace } from '#trace';
import type { Stretch } from './fold.ts';
import { textWidth } from './frame.ts';
import type { Span } from './spans.ts';
import { isSaid, wordings } from './wording.ts';

/** Where nothing but the label on its line says why a task waits, the line becomes as long as its label. */
export function makeRoomForReasons(sizes: number[], spans: readonly Span[], stretches: readonly Stretch[], trace: Trace): void {
  for (const { task, state, from, to } of spans) {
    const words = wordings(state, trace).at(-1);
    if (isSaid({ task, state, from, to }, stretches, trace)) continue;
    const first = Math.floor(from);
    const last = Math.ceil(to) - 1;
    if (!words || state.kind === 'stuck' || sizes[last] === undefined) continue;
    const share = (index: number): number => Math.min(to, index + 1) - Math.max(from, index);
    let room = 0;
    for (let index = first; index <= last; index++) room += (sizes[index] ?? 0) * share(index);
    // A column that the line crosses whole gives it all of what is added.
    const grown = share(last) < 1 && last > first ? last - 1 : last;
    const missing = textWidth(words) + 28 - room;
    if (missing > 0) sizes[grown]! += missing / share(grown);
  }
}
