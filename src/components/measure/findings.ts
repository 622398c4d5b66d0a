/** What a measurement says, in sentences computed from its numbers; and how far they can be trusted. */
import type { GilBound, Locks, LostUpdates, Measurement, SpeedUp, SpeedUpRow, Spread } from '#runtime/lab';
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

const cores = (count: number): string => `The browser says that this machine has ${count === 1 ? 'one core' : `${count} cores`}.`;
const best = (rows: readonly SpeedUpRow[]): SpeedUpRow => rows.reduce((top, row) => (row.speedUp > top.speedUp ? row : top));
const at = ({ workers, speedUp }: SpeedUpRow): string => `${workers === 1 ? 'one worker is' : `${workers} workers are`} ${timesText(speedUp)} times as fast`;

function speedUp({ rows, aloneMs, primes, limit, cores: count, rounds }: SpeedUp): string[] {
  return [
    `The ${primes.toLocaleString('en')} primes below ${limit.toLocaleString('en')} take one loop ${roundText(aloneMs.median)} ms. Of all that were tried, ${at(best(rows))}.`,
    cores(count),
    noise(rounds, [aloneMs, ...rows.map(({ ms }) => ms)]),
  ];
}

function gil({ free, computing, waiting, intervalMs, switches, rounds, requests, requestMs, cores: count }: GilBound): string[] {
  const last = (rows: readonly SpeedUpRow[]): SpeedUpRow => rows.at(-1)!;
  return [
    `Computing without the lock, ${at(best(free))} at best; with it, ${at(last(computing))}.`,
    `Waiting for ${requests} answers of ${requestMs} ms with it, ${at(last(waiting))}: who waits has given it back.`,
    `Computing, ${last(computing).workers} workers passed the lock on ${roundText(switches.median)} times in a round, each time when somebody had waited ${intervalMs} ms for it.`,
    cores(count),
    noise(rounds, [...free, ...computing, ...waiting].map(({ ms }) => ms)),
  ];
}

function lostUpdates({ rows, workers, additions }: LostUpdates): string[] {
  const { lost } = rows.find(({ way }) => way === 'plain')!;
  const some = lost.filter((count) => count > 0);
  const percent = (count: number): string => `${roundText((100 * count) / additions)} %`;
  const [least, most] = [Math.min(...lost), Math.max(...lost)];
  const safe = rows.filter(({ way }) => way !== 'plain');
  const lostSafely = Math.max(...safe.flatMap((row) => row.lost));
  return [
    `${workers} workers added 1 to the same number, ${additions.toLocaleString('en')} times in all. Plain additions lost some in ${some.length} of ${lost.length} rounds.`,
    most === 0
      ? 'None was lost this time. That proves nothing: measure again, and see above what can happen.'
      : `The round that lost least lost ${percent(least)}, the one that lost most ${percent(most)}. The same program, the same machine.`,
    `With Atomics.add and inside a lock, ${lostSafely === 0 ? 'none was lost in any round' : `${lostSafely} were lost, which must not be: please report it`}.`,
  ];
}

function locks({ rows, left, leftSectionUs, cores: count, rounds }: Locks): string[] {
  const workers = Math.max(...rows.map((row) => row.workers));
  const longest = Math.max(...rows.map(({ sectionUs }) => sectionUs));
  const row = (lock: 'spin' | 'parking') => rows.find((one) => one.lock === lock && one.workers === workers && one.sectionUs === longest)!;
  const shares = left.map(({ beside, share }) => `${roundText(100 * share.median)} % beside a ${lockNames[beside]}`);
  return [
    `With ${workers} workers and ${lengthText(longest)} inside, those who wait for the spin lock look ${roundText(row('spin').looksPerEntry)} times in vain for each time that one of them gets in; those who wait for the parking lock fall asleep ${oftenText(row('parking').parksPerEntry)}.`,
    `With ${lengthText(leftSectionUs)} inside, as many others who only compute get done ${shares.join(', and ')}, of what they would without.`,
    cores(count),
    noise(rounds, rows.map(({ entriesPerSecond }) => entriesPerSecond)),
  ];
}

/** `0.05` → `once in 20 times`. */
function oftenText(times: number): string {
  if (times === 0) return 'never';
  return times >= 1 ? `${roundText(times)} times` : `once in ${roundText(1 / times)} times`;
}

/** How far the rounds lie apart: what a reader has to know before believing a difference. */
function noise(rounds: number, spreads: readonly Spread[]): string {
  const widest = Math.max(...spreads.map(({ least, most }) => most / least));
  const middle = `Each number is the middle of ${rounds === 1 ? 'one round' : `${rounds} rounds`}`;
  if (!Number.isFinite(widest) || widest < 1.05) return `${middle}, which hardly differ.`;
  return `${middle}; where they differ most, one is ${timesText(widest)} times another.${doubt(widest)}`;
}

function doubt(widest: number): string {
  if (widest > 4) return ' This machine was busy with other things: these numbers say little. Measure again when it is idle.';
  return widest > 2 ? ' This machine was busy with other things as well: believe large differences only.' : '';
}
