import type { Crew, Round } from './crew.ts';
import { lockKinds, type Contended, type LockKind } from './jobs.ts';
import { inRounds, sum, within, type MeasureOptions } from './rounds.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface LocksOptions extends MeasureOptions {
  readonly cores: number;
  /** How long a round takes. */
  readonly ms?: number;
  /** Lengths of the section inside the lock, in microseconds. */
  readonly sections?: readonly number[];
}

/** One lock, one length of section, one number of workers. */
export interface LocksRow {
  readonly lock: LockKind;
  readonly workers: number;
  readonly sectionUs: number;
  /** How often all workers together were inside, in a second. */
  readonly entriesPerSecond: Spread;
  /** The same, in times of what one worker manages that has the lock to itself. The most that can be is 2: then somebody is always inside. */
  readonly timesAlone: number;
  /** Looks in vain, for each time inside. */
  readonly looksPerEntry: number;
  /** Times asleep, for each time inside. */
  readonly parksPerEntry: number;
}

/** How much others got done meanwhile, of what they get done where nobody wants the lock. */
export interface LeftRow {
  readonly beside: LockKind;
  readonly share: Spread;
}

/** What `measure('locks')` finds. */
export interface Locks {
  readonly kind: 'locks';
  readonly cores: number;
  readonly rounds: number;
  readonly rows: readonly LocksRow[];
  readonly left: readonly LeftRow[];
  /** In `left`: as many workers want the lock, and as many others compute. */
  readonly eachSide: number;
  readonly leftSectionUs: number;
}

const SECTIONS = [0.1, 1, 10, 100];
const others = ['nobody', ...lockKinds] as const;

/**
 * A lock whose waiters keep asking beside one whose waiters sleep: how often either can be taken, for several lengths of section and numbers of workers, and
 * how much of the machine is left for others meanwhile. A worker computes as long outside as inside.
 *
 * The crew has to be twice as large as there are cores. Waits until all rounds are done.
 *
 * @throws Error if two were inside at once.
 * @throws the reason of `signal`.
 */
export async function measureLocks(crew: Crew, options: LocksOptions): Promise<Locks> {
  const { cores, signal, ms = 60, sections = SECTIONS } = options;
  const perMs = (await crew.run('turnsPerMs', { ms }, { workers: 1, signal })).results[0]!;
  const contend = async (lock: LockKind, us: number, workers: number, contenders: number): Promise<Outcome> => {
    const section = Math.max(1, Math.round((perMs * us) / 1000));
    const round = await crew.run('contend', { lock, section, contenders, ms }, { workers, signal });
    if (count(round, 'intrusions') > 0) throw new Error(`The ${lock} lock let two in at once: this measurement is worth nothing.`);
    return round;
  };

  const most = Math.min(crew.size, 2 * Math.max(2, cores));
  const cases = [1, 2, most].flatMap((workers) => lockKinds.flatMap((lock) => sections.map((sectionUs) => ({ lock, workers, sectionUs }))));
  const eachSide = Math.floor(crew.size / 2);
  const leftSectionUs = sections.at(-1)!;
  const share = cases.length / (cases.length + others.length);

  const entered = await inRounds(cases, within(options, 0, share), ({ lock, workers, sectionUs }) => contend(lock, sectionUs, workers, workers));
  const beside = await inRounds(others, within(options, share, 1), (other) =>
    other === 'nobody' ? contend('spin', leftSectionUs, eachSide, 0) : contend(other, leftSectionUs, 2 * eachSide, eachSide),
  );

  const perSecond = cases.map((_, index) => spreadOf(entered[index]!.map((round) => (1000 * count(round, 'entries')) / round.ms)));
  const alone = ({ lock, sectionUs }: (typeof cases)[number]): number =>
    perSecond[cases.findIndex((one) => one.workers === 1 && one.lock === lock && one.sectionUs === sectionUs)]!.median;
  // Compared round by round: a machine that is busy with something else is so for both.
  const [undisturbed = [], ...disturbed] = beside.map((rounds) => rounds.map((round) => count(round, 'turns') / round.ms));
  return {
    kind: 'locks',
    cores,
    rounds: undisturbed.length,
    rows: cases.map((one, index) => ({
      ...one,
      entriesPerSecond: perSecond[index]!,
      timesAlone: perSecond[index]!.median / alone(one),
      looksPerEntry: perEntry(entered[index]!, 'looks'),
      parksPerEntry: perEntry(entered[index]!, 'parks'),
    })),
    left: lockKinds.map((kind, index) => ({ beside: kind, share: spreadOf(disturbed[index]!.map((turns, round) => turns / undisturbed[round]!)) })),
    eachSide,
    leftSectionUs,
  };
}

type Outcome = Pick<Round<Contended>, 'ms' | 'results'>;

const count = ({ results }: Outcome, of: keyof Contended): number => sum(results.map((one) => one[of]));

function perEntry(rounds: readonly Outcome[], of: keyof Contended): number {
  const all = (what: keyof Contended): number => sum(rounds.map((round) => count(round, what)));
  return all(of) / Math.max(1, all('entries'));
}
