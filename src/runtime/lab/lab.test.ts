/** Rules of docs/spec/lab.md, with real workers: of Node here, of Chromium where lab.browser.test.ts asks for the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Gil,
  measure,
  measureGil,
  measureLocks,
  measureLostUpdates,
  measureSpeedUp,
  ParkingLock,
  sharedCells,
  SpinLock,
  spreadOf,
  type Crew,
} from './index.ts';
import { inRounds, sum, workerCounts } from './rounds.ts';
import { sameAnswer } from './speed-up.ts';
import { COUNT, type testJobs } from './testing/jobs.ts';
import { openTestCrew } from './testing/start.ts';

const WORKERS = 4;
let crew: Crew<typeof testJobs>;
/** Jobs of the lab are among those of the tests. */
const labCrew = (): Crew => crew as unknown as Crew;

beforeAll(async () => {
  crew = await openTestCrew(WORKERS);
});
afterAll(() => crew.close());

describe('locks', () => {
  const turns = [
    ['spin', 2000],
    ['parking', 20_000],
  ] as const;
  it.each(turns)('LB1, LB2: one at a time, and what it writes by plain writes the next sees (%s)', async (lock, times) => {
    const { results, cells } = await crew.run('exclude', { lock, times }, { workers: WORKERS });
    expect(results).toEqual([0, 0, 0, 0]);
    expect(cells[COUNT]).toBe(WORKERS * times);
  });

  it('LB3: the round ends, so everybody who slept was woken', async () => {
    for (let round = 0; round < 20; round++) expect((await crew.run('oneHolds', {}, { workers: WORKERS })).results).toHaveLength(WORKERS);
  });

  it.each([SpinLock, ParkingLock])('LB4: two locks over one cell are one lock', (Lock) => {
    const cells = sharedCells(2);
    const [one, same, other] = [new Lock(cells), new Lock(cells), new Lock(cells, 1)];
    expect(one.tryLock()).toBe(true);
    expect([same.tryLock(), other.tryLock()]).toEqual([false, true]);
    one.unlock();
    expect(same.tryLock()).toBe(true);
  });

  it.each(['spin', 'parking'] as const)('LB5: a worker unlocks what another has locked, which then goes on (%s)', async (lock) => {
    expect((await crew.run('handOver', { lock }, { workers: 2 })).results).toEqual([true, false]);
  });

  it.each([SpinLock, ParkingLock])('LB5: to unlock what nobody holds is an error, and leaves it free', (Lock) => {
    const lock = new Lock(sharedCells(1));
    expect(() => lock.unlock()).toThrow(`${Lock.name}: unlock of an unlocked lock. Try: one unlock for each lock, in a finally block.`);
    expect(lock.tryLock()).toBe(true);
  });

  it.each([SpinLock, ParkingLock, Gil])('LB6: cells that cannot be shared are refused', (Lock) => {
    expect(() => new Lock(new Int32Array(8))).toThrow(new RegExp(`^${Lock.name}: its cells lie in an ArrayBuffer, .* Try: sharedCells\\(\\d\\)`));
    expect(() => new Lock({} as Int32Array)).toThrow(TypeError);
    expect(() => new Lock(null as unknown as Int32Array)).toThrow(`${Lock.name}: its cells are an Int32Array, not null.`);
    expect(() => new Lock(sharedCells(5), 5)).toThrow(RangeError);
    expect(() => new Lock(sharedCells(5), -1)).toThrow(RangeError);
    expect(() => new Lock(sharedCells(5), 0.5)).toThrow(RangeError);
  });

  it('LB6: as many cells as asked for, or none', () => {
    expect(sharedCells(3)).toHaveLength(3);
    for (const count of [0, -1, 1.5, NaN, Infinity]) expect(() => sharedCells(count)).toThrow(`sharedCells(${count}): the count is a whole number from 1 on.`);
  });
});

describe('the GIL', () => {
  it('LB8: plain additions under it are all there', async () => {
    const times = 100_000;
    const { cells } = await crew.run('countUnderGil', { times }, { workers: WORKERS });
    expect(cells[COUNT]).toBe(WORKERS * times);
  });

  it('LB9, LB10: all who compute get on, and nobody comes back before another has had it', async () => {
    const { results } = await crew.run('computeOn', { workers: WORKERS, turns: 5 }, { workers: WORKERS });
    expect(results).toEqual([0, 0, 0, 0]);
  });

  it('LB11: alone, a worker is never asked', async () => {
    expect((await crew.run('countUnderGil', { times: 10_000 }, { workers: 1 })).results).toEqual([0]);
  });

  it('LB12: while one waits, another computes', async () => {
    expect((await crew.run('waitForOther', {}, { workers: 2 })).results).toEqual(['heard', 'told']);
  });

  it('LB12: also if what it waits for fails', () => {
    const gil = new Gil(sharedCells(5));
    gil.acquire();
    expect(() => gil.blocking(() => { throw new Error('no answer'); })).toThrow('no answer');
    gil.release();
  });

  it('LB13: the interval is positive, and only what is held can be released', () => {
    for (const interval of [0, -1, NaN]) expect(() => new Gil(sharedCells(5), 0, { interval })).toThrow('Gil: switch interval must be strictly positive');
    expect(() => new Gil(sharedCells(5)).release()).toThrow('Gil: release of a GIL that nobody holds.');
  });
});

describe('a crew', () => {
  it('LB14: all are there before anyone goes on, results in order, one memory', async () => {
    const { results, cells, ms } = await crew.run('meet', { workers: WORKERS }, { workers: WORKERS });
    expect(results).toEqual([0, 1, 2, 3]);
    expect(cells[COUNT]).toBe(WORKERS);
    expect(ms).toBeGreaterThanOrEqual(0);
  });

  it('LB15: an aborted round ends with the reason, and the next can begin', async () => {
    const controller = new AbortController();
    const running = crew.run('endless', {}, { workers: WORKERS, signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    await expect(crew.run('endless', {}, { workers: 1, signal: controller.signal })).rejects.toThrow('enough');
    expect((await crew.run('meet', { workers: 2 }, { workers: 2 })).results).toEqual([0, 1]);
  });

  it('LB16: a job that fails ends the crew', async () => {
    const short = await openTestCrew(2);
    await expect(short.run('fail', { who: 1 }, { workers: 2 })).rejects.toThrow('A worker failed: RangeError: no more of this');
    await expect(short.run('meet', { workers: 1 }, { workers: 1 })).rejects.toThrow('A worker failed: RangeError: no more of this');
  });

  it('LB16: a job that is not known is said by its name', async () => {
    const short = await openTestCrew(1);
    await expect(short.run('dance' as never, {} as never, { workers: 1 })).rejects.toThrow("there is no job 'dance'");
  });

  it('LB17: one round at a time, with as many workers as there are at most', async () => {
    const first = crew.run('meet', { workers: 1 }, { workers: 1 });
    await expect(crew.run('meet', { workers: 1 }, { workers: 1 })).rejects.toThrow('a round is under way');
    await first;
    for (const workers of [0, WORKERS + 1, 1.5]) await expect(crew.run('meet', { workers }, { workers })).rejects.toThrow(RangeError);
    const short = await openTestCrew(1);
    const running = short.run('meet', { workers: 2 }, { workers: 1 });
    short.close();
    await expect(running).rejects.toThrow('Crew: it has been closed.');
    await expect(short.run('meet', { workers: 1 }, { workers: 1 })).rejects.toThrow('Crew: it has been closed.');
  });
});

describe('measurements', () => {
  it('LB18: each case once in every round, the first round not counted', async () => {
    const order: string[] = [];
    const shares: number[] = [];
    const results = await inRounds(['a', 'b'], { rounds: 2, onProgress: (share) => shares.push(share) }, async (one) => order.push(one));
    expect(order.join('')).toBe('ababab');
    expect(results).toEqual([[3, 5], [4, 6]]);
    expect(shares).toEqual([1, 2, 3, 4, 5, 6].map((done) => done / 6));
    await expect(inRounds(['a'], { rounds: 0 }, async () => 0)).rejects.toThrow(RangeError);
    await expect(inRounds(['a'], { signal: AbortSignal.abort(new Error('enough')) }, async () => 0)).rejects.toThrow('enough');
  });

  it('LB18: what is told of several values is their least, their middle and their most', () => {
    expect(spreadOf([5, 1, 3])).toEqual({ least: 1, median: 3, most: 5 });
    expect(spreadOf([4, 1, 3, 2])).toEqual({ least: 1, median: 2.5, most: 4 });
    expect(() => spreadOf([])).toThrow(RangeError);
    expect([workerCounts(2, 4), workerCounts(1, 4), workerCounts(6, 6), workerCounts(16, 16)]).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4, 6],
      [1, 2, 3, 4, 6, 8, 12, 16],
    ]);
  });

  it('LB19: however many look for the primes, they find those that one finds', async () => {
    const found = await measureSpeedUp(labCrew(), { cores: 2, rounds: 2, limit: 20_000 });
    expect(found).toMatchObject({ kind: 'speed-up', primes: 2262, limit: 20_000, rounds: 2 });
    expect(found.rows.map(({ workers }) => workers)).toEqual([1, 2, 3, 4]);
    for (const { ms, speedUp } of found.rows) expect([ms.least, ms.median - ms.least, speedUp].every((value) => value >= 0)).toBe(true);
    expect(() => sameAnswer(2261, 2262)).toThrow('The workers found 2261 primes, and one loop alone 2262');
  });

  it('LB19: also under a GIL, and all requests are waited for', async () => {
    const found = await measureGil(labCrew(), { cores: 2, rounds: 1, limit: 20_000, requests: 5, requestMs: 1 });
    for (const rows of [found.free, found.computing, found.waiting]) expect(rows.map(({ workers }) => workers)).toEqual([1, 2, 3, 4]);
    expect(found.free[0]!.speedUp).toBe(1);
    expect(found.switches.least).toBeGreaterThanOrEqual(1);
  });

  it('LB20: only plain additions are ever lost', async () => {
    const { rows, additions } = await measureLostUpdates(labCrew(), { workers: 3, rounds: 1, additions: 30_001 });
    expect(additions).toBe(30_003);
    const [plain, atomic, lock] = rows;
    expect([atomic!.lost, lock!.lost]).toEqual([[0], [0]]);
    expect(plain!.lost).toHaveLength(3);
    // The last to write has seen at least its own addition before, so two are there in any order.
    for (const lost of plain!.lost) expect(lost >= 0 && lost <= additions - 2).toBe(true);
  });

  it('LB21: neither lock lets two in, at any length of section', async () => {
    const found = await measureLocks(labCrew(), { cores: 2, rounds: 1, ms: 3, sections: [0.1, 20] });
    expect(found.rows.map(({ workers, lock, sectionUs }) => `${workers} ${lock} ${sectionUs}`)).toEqual(
      [1, 2, 4].flatMap((workers) => ['spin', 'parking'].flatMap((lock) => [0.1, 20].map((us) => `${workers} ${lock} ${us}`))),
    );
    for (const { lock, looksPerEntry, parksPerEntry } of found.rows) expect(lock === 'spin' ? parksPerEntry : looksPerEntry).toBe(0);
    expect(found.left.map(({ beside }) => beside)).toEqual(['spin', 'parking']);
  });

  it('LB18: a whole measurement, from starting the workers to ending them', async () => {
    const shares: number[] = [];
    const found = await measure('lost-updates', { rounds: 1, onProgress: (share) => shares.push(share) });
    expect(found.kind).toBe('lost-updates');
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(sum(shares)).toBeGreaterThan(0);
  });
});
