import type { Crew } from './crew.ts';
import { COUNT, ways, type Way } from './jobs.ts';
import { inRounds, ROUNDS, within, type MeasureOptions } from './rounds.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface LostUpdatesOptions extends MeasureOptions {
  readonly workers: number;
  /** How often 1 is added in a round, by all workers together. */
  readonly additions?: number;
}

/** One way of adding 1 to a shared number. */
export interface LostUpdatesRow {
  readonly way: Way;
  /** How many additions were lost, round by round. More rounds are plain than of the others: what is lost is different each time. */
  readonly lost: readonly number[];
  /** Nanoseconds of the whole crew's time for each addition. */
  readonly nsEach: Spread;
}

/** What `measure('lost-updates')` finds. */
export interface LostUpdates {
  readonly kind: 'lost-updates';
  readonly workers: number;
  /** How many additions there were in each round, by all workers together. */
  readonly additions: number;
  readonly rows: readonly LostUpdatesRow[];
}

/**
 * How many additions to a shared number are lost where it is read and written in two steps, and what the two ways cost that lose none.
 *
 * Waits until all rounds are done.
 *
 * @throws the reason of `signal`.
 */
export async function measureLostUpdates(crew: Crew, options: LostUpdatesOptions): Promise<LostUpdates> {
  const { workers, signal, rounds = ROUNDS } = options;
  const times = Math.ceil((options.additions ?? 4_000_000) / workers);
  const additions = workers * times;
  const measured = (some: readonly Way[], part: MeasureOptions) =>
    inRounds(some, part, async (way) => {
      const { ms, cells } = await crew.run('increments', { way, times }, { workers, signal });
      return { ms, lost: additions - cells[COUNT]! };
    });
  const [plain, ...safe] = ways;
  const all = [
    ...(await measured([plain], { ...within(options, 0, 0.2), rounds: 3 * rounds })),
    ...(await measured(safe, { ...within(options, 0.2, 1), rounds })),
  ];
  const rows = ways.map((way, index) => {
    const of = all[index]!;
    return { way, lost: of.map(({ lost }) => lost), nsEach: spreadOf(of.map(({ ms }) => (ms * 1e6) / additions)) };
  });
  return { kind: 'lost-updates', workers, additions, rows };
}
