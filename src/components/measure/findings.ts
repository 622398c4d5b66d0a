/** What a measurement says, in sentences computed from its numbers; and how far they can be trusted. */
import type { GilBound, Locks, LostUpdates, Measurement, SpeedUp, SpeedUpRow, Spread } from '#runtime/lab';
import { measured } from '#words';
import { lengthText, lockNames, roundText, timesText } from './wording.ts';

export function findingsOf(measurement: Measurement): readonly string[] {
  switch (measurement.kind) {
    case 'speed-up':
      return speedUp(measurement);
    case 'gil':
      return gil(measurement);
    case 'lost-updates':
      return lostUpdates(measurement);
    case 'locks':
      return locks(measurement);
  }
}

const { findings: words } = measured;
const { cores } = words;
const best = (rows: readonly SpeedUpRow[]): SpeedUpRow => rows.reduce((top, row) => (row.speedUp > top.speedUp ? row : top));
const at = ({ workers, speedUp }: SpeedUpRow): [workers: number, times: string] => [workers, timesText(speedUp)];

function speedUp({ rows, aloneMs, primes, limit, cores: count, rounds }: SpeedUp): string[] {
  return [
    words.primes(primes, limit, roundText(aloneMs.median), ...at(best(rows))),
    cores(count),
    noise(rounds, [aloneMs, ...rows.map(({ ms }) => ms)]),
  ];
}

function gil({ free, computing, waiting, intervalMs, switches, rounds, requests, requestMs, cores: count }: GilBound): string[] {
  const last = (rows: readonly SpeedUpRow[]): SpeedUpRow => rows.at(-1)!;
  return [
    words.computing(...at(best(free)), ...at(last(computing))),
    words.waiting(requests, requestMs, ...at(last(waiting))),
    words.passed(last(computing).workers, roundText(switches.median), intervalMs),
    cores(count),
    noise(rounds, [...free, ...computing, ...waiting].map(({ ms }) => ms)),
  ];
}

function lostUpdates({ rows, workers, additions }: LostUpdates): string[] {
  const { lost } = rows.find(({ way }) => way === 'plain')!;
  const some = lost.filter((count) => count > 0);
  const percent = (count: number): string => roundText((100 * count) / additions);
  const [least, most] = [Math.min(...lost), Math.max(...lost)];
  const safe = rows.filter(({ way }) => way !== 'plain');
  const lostSafely = Math.max(...safe.flatMap((row) => row.lost));
  return [
    words.added(workers, additions, some.length, lost.length),
    most === 0
      ? words.noneLost
      : words.lost(percent(least), percent(most)),
    words.safe(lostSafely),
  ];
}

function locks({ rows, left, leftSectionUs, cores: count, rounds }: Locks): string[] {
  const workers = Math.max(...rows.map((row) => row.workers));
  const longest = Math.max(...rows.map(({ sectionUs }) => sectionUs));
  const row = (lock: 'spin' | 'parking') => rows.find((one) => one.lock === lock && one.workers === workers && one.sectionUs === longest)!;
  const shares = left.map(({ beside, share }) => words.beside(roundText(100 * share.median), lockNames[beside]));
  return [
    words.looks(workers, lengthText(longest), roundText(row('spin').looksPerEntry), oftenText(row('parking').parksPerEntry)),
    words.left(lengthText(leftSectionUs), shares),
    cores(count),
    noise(rounds, rows.map(({ entriesPerSecond }) => entriesPerSecond)),
  ];
}

/** `0.05` → `once in 20 times`. */
function oftenText(times: number): string {
  if (times === 0) return words.never;
  return times >= 1 ? words.times(roundText(times)) : words.onceIn(roundText(1 / times));
}

/** How far the rounds lie apart: what a reader has to know before believing a difference. */
function noise(rounds: number, spreads: readonly Spread[]): string {
  const widest = Math.max(...spreads.map(({ least, most }) => most / least));
  const middle = words.middle(rounds);
  if (!Number.isFinite(widest) || widest < 1.05) return words.hardly(middle);
  return `${words.differ(middle, timesText(widest))}${doubt(widest)}`;
}

function doubt(widest: number): string {
  if (widest > 4) return ` ${words.veryBusy}`;
  return widest > 2 ? ` ${words.busy}` : '';
}
