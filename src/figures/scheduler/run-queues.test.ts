import { describe, expect, it } from 'vitest';
import type { Board } from '../board.ts';
import { runQueues } from './run-queues.ts';

/** `P0 runs G1 next G3 queue G2 | P1 …`: what the last board shows, in one line. */
function shown(board: Board | undefined): string {
  if (board === undefined) throw new Error('there is no board');
  return board.groups
    .map(({ title, lines }) =>
      [title, ...lines.flatMap(({ label, cells }) => (cells.length === 0 ? [] : [label, cells.map(({ text }) => text).join(',')]))].join(
        ' ',
      ),
    )
    .join(' | ');
}

const after = (...written: string[]): string => shown(runQueues(written, { room: 4 }).at(-1));
const said = (...written: string[]): string => runQueues(written, { room: 4 }).at(-1)?.say ?? '';

describe('the run queues of a figure', () => {
  it('GS1 gives a new goroutine the seat next in line, and sends its occupant to the end of the queue', () => {
    expect(after('P0 starts', 'P0 starts', 'P0 starts')).toBe('P0 on M0 runs G1 next G4 queue G2,G3 | P1 idle | Elsewhere');
    expect(said('P0 starts', 'P0 starts')).toBe('G1 says go: G3 takes the seat next in line on P0, and G2 moves to the end of P0’s queue.');
  });

  it('GS2 moves half of a full queue, and whoever found no room, to the global queue', () => {
    expect(after('P0 starts 6')).toBe('P0 on M0 runs G1 next G7 queue G4,G5 | P1 idle | Elsewhere global G2,G3,G6');
  });

  it('GS3 looks at the seat first, then at its own queue, then at the global one, then at others', () => {
    const setUp = ['P0 starts 6'];
    expect(after(...setUp, 'P0 ends')).toContain('P0 on M0 runs G7 queue G4,G5');
    expect(after(...setUp, 'P0 ends', 'P0 ends')).toContain('P0 on M0 runs G4 queue G5');
    expect(after(...setUp, 'P0 ends', 'P0 ends', 'P0 ends', 'P0 ends')).toContain('P0 on M0 runs G2 queue G3');
    expect(after(...setUp, 'P1 looks')).toContain('P1 on M1 runs G2 queue G3');
  });

  it('GS3 looks at the global queue first, at every so many picks', () => {
    const written = ['P0 starts 6', 'P0 ends', 'P0 ends', 'P0 ends'];
    expect(shown(runQueues(written, { room: 4, globalEvery: 2 }).at(-1))).toContain('P0 on M0 runs G2');
    expect(shown(runQueues(written, { room: 4 }).at(-1))).toContain('P0 on M0 runs G5');
  });

  it('GS4 takes a share of the global queue, at most half of a local one', () => {
    expect(shown(runQueues(['P0 starts 6', 'P1 looks'], { room: 4, processors: 2 }).at(-1))).toContain('P1 on M1 runs G2 queue G3');
    expect(shown(runQueues(['P0 starts 6', 'P1 looks'], { room: 4, processors: 4 }).at(-1))).toContain('P1 on M1 runs G2 |');
  });

  it('GS5 steals half of a queue, rounded up, and runs the last of it', () => {
    expect(after('P0 starts 4', 'P1 looks')).toBe('P0 on M0 runs G1 next G5 queue G4 | P1 on M1 runs G3 queue G2 | Elsewhere');
  });

  it('GS5 takes the seat next in line only where all queues are empty', () => {
    expect(after('P0 starts', 'P1 looks')).toBe('P0 on M0 runs G1 | P1 on M1 runs G2 | Elsewhere');
    expect(said('P0 starts', 'P1 looks')).toContain('As its last resort, P1 takes G2');
  });

  it('GS6 sets a goroutine aside that waits, and gives it the seat of whoever wakes it', () => {
    expect(after('P0 starts', 'P0 parks')).toBe('P0 on M0 runs G2 | P1 idle | Elsewhere waiting G1');
    expect(after('P0 starts', 'P0 parks', 'P0 wakes G1')).toBe('P0 on M0 runs G2 next G1 | P1 idle | Elsewhere');
  });

  it('GS7 sends a goroutine that is preempted to the end of the global queue', () => {
    expect(after('P0 starts', 'P0 preempts')).toBe('P0 on M0 runs G2 | P1 idle | Elsewhere global G1');
  });

  it('GS8 lets a system call keep its thread, and takes the processor away from it for another thread', () => {
    expect(after('P0 starts', 'P0 calls')).toBe('P0 left by M0 next G2 | P1 idle | Elsewhere in calls G1 on M0');
    expect(after('P0 starts', 'P0 calls', 'P0 retakes')).toBe('P0 on M1 runs G2 | P1 idle | Elsewhere in calls G1 on M0');
  });

  it('GS9 returns from a call to the processor that it had, or to an idle one, or to the global queue', () => {
    expect(after('P0 starts', 'P0 calls', 'M0 returns')).toBe('P0 on M0 runs G1 next G2 | P1 idle | Elsewhere');
    expect(after('P0 starts', 'P0 calls', 'P0 retakes', 'M0 returns')).toBe('P0 on M1 runs G2 | P1 on M0 runs G1 | Elsewhere');
    const busy = ['P0 starts 2', 'P1 looks', 'P0 calls', 'P0 retakes'];
    expect(after(...busy, 'M0 returns')).toBe('P0 on M2 runs G3 | P1 on M1 runs G2 | Elsewhere global G1 asleep M0');
  });

  it('GS10 lets the thread of an idle processor sleep, and wakes a sleeping thread before it makes a new one', () => {
    expect(after('P0 parks')).toBe('P0 idle | P1 idle | Elsewhere waiting G1 asleep M0');
    expect(after('P0 starts 3', 'P1 looks', 'P1 ends', 'P1 ends', 'P1 ends', 'P0 starts 2', 'P1 looks')).toContain('P1 on M1');
  });

  it('GS11 loses no goroutine, and has none in two places', () => {
    const boards = runQueues(
      ['P0 starts 9', 'P1 looks', 'P0 parks', 'P1 preempts', 'P0 calls', 'P0 retakes', 'M0 returns', 'P1 wakes G1'],
      { room: 4, processors: 3 },
    );
    for (const board of boards.slice(1)) {
      const there = board.groups
        .flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ text }) => text.split(' ')[0] ?? '')))
        .filter((name) => name.startsWith('G'));
      expect(there.sort(), board.say).toEqual(['G1', 'G10', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9']);
    }
  });

  it('GS12 refuses a move that cannot be made, with its number', () => {
    expect(() => runQueues(['P1 starts'])).toThrow('Move 1, "P1 starts": P1 runs nothing at this moment');
    expect(() => runQueues(['P0 starts', 'P0 jumps'])).toThrow('Move 2, "P0 jumps": there is no "jumps". There are: starts, parks');
    expect(() => runQueues(['P7 starts'])).toThrow('There is no P7 here, only P0, P1');
    expect(() => runQueues(['P0 wakes G9'])).toThrow('G9 is not waiting');
  });

  it('marks what was not there a step before', () => {
    const [, second] = runQueues(['P0 starts', 'P0 starts']).slice(1);
    const moved = second?.groups.flatMap(({ lines }) =>
      lines.flatMap(({ cells }) => cells.filter((cell) => cell.moved).map(({ text }) => text)),
    );
    expect(moved).toEqual(['G3', 'G2']);
  });
});

/** The goroutines in the order in which one processor runs them, each to its end, as ranges: `300 129–180 1`. */
function orderOf(count: number): string {
  const ends = Array.from({ length: count - 1 }, () => 'P0 ends');
  const boards = runQueues([`P0 starts ${count}`, 'P0 parks', ...ends], { processors: 1 });
  // G1 is the one that starts the others, so the first of them is G2.
  const ran = boards.slice(2).map(({ groups }) => Number(groups[0]?.lines[0]?.cells[0]?.text.slice(1)) - 1);
  const starts = ran.flatMap((one, at) => (at > 0 && one === (ran[at - 1] ?? 0) + 1 ? [] : [at]));
  return starts
    .map((at, nth) => ran.slice(at, starts[nth + 1]))
    .map((range) => (range.length === 1 ? `${range[0]}` : `${range[0]}–${range.at(-1)}`))
    .join(' ');
}

describe('beside Go 1.19.8, with content/lessons/goroutines/the-scheduler/original/line.go', () => {
  it('runs five goroutines in the order in which Go ran them', () => {
    expect(orderOf(5)).toBe('5 1–4');
  });

  it('runs three hundred in the order in which Go ran them, but for where the 61 is counted from', () => {
    const recorded = '300 129–181 1 182–241 2 242–256 258–299 3–128 257';
    const uncounted = (ranges: string) =>
      ranges.replace(/129–\d+ 1 \d+–\d+ 2 \d+–256/, '129–256, with 1 and then, 61 picks later, 2 among them');
    expect(orderOf(300)).toMatch(/^300 129–(\d+) 1 \d+–\d+ 2 /);
    const [, before = 0, from = 0, to = 0] = (/129–(\d+) 1 (\d+)–(\d+) 2/.exec(orderOf(300)) ?? []).map(Number);
    expect([from - before, to - from + 1]).toEqual([1, 60]);
    expect(uncounted(orderOf(300))).toBe(uncounted(recorded));
  });
});
