import type { Reply } from '#engine';
import type { Place } from '#trace';

/** A program that has not come to its next mark for so long stands still, for all we know: if it comes to another line after all, what was told is taken back. */
export const PAUSE = 500;
/** Each knows the place 256 times more exactly than the one before: enough for whatever can be run within seconds. */
const ROUNDS = 4;

/**
 * WebKit cannot end a built-in that is at work, such as a regular expression, not even with its frame: to run it again would keep one more core busy for
 * good. Nothing there tells whether a worker has ended, but HTML says by which name each of the three engines goes.
 */
export const endsBuiltIns = (vendor: string): boolean => vendor !== 'Apple Computer, Inc.';

/** Makes a run once more, and has its marks told from number `from` on. Undefined if the sandbox has something else to do. */
export type Again = (from: number, hear: (reply: Reply) => void) => { readonly done: Promise<unknown>; stop(): void } | undefined;

/**
 * Looks for the place where a run got stuck: inside one call of a built-in nobody counts, and the worker that knows can say nothing any more. But what
 * runs again does the same again, and what a worker says before it gets stuck arrives. `tell` is given the place, and undefined if the program has
 * gone on to another line.
 */
export async function lookForPlace(again: Again, tell: (place: Place | undefined) => void): Promise<void> {
  let from: number | undefined = 0;
  for (let round = 0; round < ROUNDS && from !== undefined; round++) from = await lookFrom(from, again, tell);
}

const isSameLine = (a: Place, b: Place): boolean => a.line === b.line && a.file === b.file;

/** One round. Resolves with the number of a mark from which it is not far any more, if the marks told around the place were too few to know it. */
async function lookFrom(from: number, again: Again, tell: (place: Place | undefined) => void): Promise<number | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: Place | undefined;
  let nearer: number | undefined;
  const job = again(from, (reply) => {
    if (reply.kind === 'output' || reply.kind === 'progress') return;
    clearTimeout(timer);
    if (told && !(reply.kind === 'reached' && isSameLine(told, reply.place))) tell((told = undefined));
    if (told || reply.kind !== 'reached') return;
    const { mark, next, place } = reply;
    timer = setTimeout(() => {
      if (next === mark + 1) return tell((told = place));
      nearer = mark;
      job?.stop();
    }, PAUSE);
  });
  await job?.done;
  clearTimeout(timer);
  return nearer;
}
