import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '#engine';
import type { Place } from '#trace';
import { endsBuiltIns, lookForPlace } from './search.ts';

const place = (line: number): Place => ({ line, column: 1 });
const reached = (mark: number, next: number, line = mark): Reply => ({ kind: 'reached', mark, next, place: place(line) });

/** A worker that says what it is told to say, and what came of the search. */
function setUp({ isBusy = false } = {}) {
  const begun: number[] = [];
  const told: (number | undefined)[] = [];
  let say: (reply: Reply) => void = () => {};
  let end: () => void = () => {};
  const search = lookForPlace(
    (from, hear) => {
      if (isBusy) return undefined;
      begun.push(from);
      say = hear;
      const { promise: done, resolve } = Promise.withResolvers<void>();
      end = resolve;
      return { done, stop: resolve };
    },
    (found) => told.push(found?.line),
  );
  return { begun, told, search, say: (reply: Reply) => say(reply), end: () => end() };
}

describe('the search for the line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('RN30 tells the last mark that came, when nothing has come after it for a while', async () => {
    const { begun, told, search, say, end } = setUp();
    for (const mark of [0, 1, 2]) say(reached(mark, mark + 1));
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    expect(told).toEqual([2]);
    end();
    await search;
    expect([begun, told]).toEqual([[0], [2]]);
  });

  it('RN31 begins again at the last mark told, where not each was told', async () => {
    const { begun, told, search, say, end } = setUp();
    say(reached(0, 1));
    say(reached(5_000, 5_004));
    await vi.advanceTimersByTimeAsync(600);
    expect([begun, told]).toEqual([[0, 5_000], []]);
    for (const mark of [5_000, 5_001, 5_002]) say(reached(mark, mark + 1));
    await vi.advanceTimersByTimeAsync(600);
    end();
    await search;
    expect([begun, told]).toEqual([[0, 5_000], [5_002]]);
  });

  it('RN30 tells a line once to which the program comes again and again', async () => {
    const { told, say } = setUp();
    for (let mark = 3; mark < 6; mark++) {
      say(reached(mark, mark + 1, 7));
      await vi.advanceTimersByTimeAsync(400 + 50 * mark);
    }
    expect(told).toEqual([7]);
  });

  it('RN30 takes the line back if the program goes on to another, or ends', async () => {
    const { told, say } = setUp();
    say(reached(3, 4));
    await vi.advanceTimersByTimeAsync(600);
    say(reached(4, 5));
    expect(told).toEqual([3, undefined]);
    await vi.advanceTimersByTimeAsync(600);
    say({ kind: 'stopped', title: '', text: '' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([3, undefined, 4, undefined]);
  });

  it('RN30 says nothing of a program that prints, that is never silent, or that never begins', async () => {
    const { told, search, say, end } = setUp();
    say({ kind: 'output', lines: ['a'] });
    for (let mark = 0; mark < 20; mark++) {
      say(reached(mark, mark + 1));
      await vi.advanceTimersByTimeAsync(400);
    }
    end();
    await search;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual([]);
  });

  it('RN32 gives way to whatever else is run', async () => {
    const first = setUp({ isBusy: true });
    await first.search;
    expect([first.begun, first.told]).toEqual([[], []]);
    const second = setUp();
    second.say(reached(0, 1));
    second.end();
    await second.search;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([second.begun, second.told]).toEqual([[0], []]);
  });

  it('RN32 is not made in WebKit', () => {
    expect(['Google Inc.', '', 'Apple Computer, Inc.'].map(endsBuiltIns)).toEqual([true, true, false]);
  });

  it('RN31 gives up after four rounds', async () => {
    const { begun, told, search, say } = setUp();
    for (let round = 1; round <= 4; round++) {
      say(reached(round * 10, round * 10 + 5));
      await vi.advanceTimersByTimeAsync(600);
    }
    await search;
    expect([begun, told]).toEqual([[0, 10, 20, 30], []]);
  });
});
