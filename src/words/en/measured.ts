/** What a measurement found, in sentences and charts. Numbers come as text where they are rounded. */
import { number } from './language.ts';

const are = (workers: number, times: string): string => `${workers === 1 ? 'one worker is' : `${workers} workers are`} ${times} times as fast`;

export const measured = {
  page: {
    measure: 'Measure on this machine',
    prepare: 'Prepare this page',
    ownTab: 'Open in a tab of its own',
    soFar: 'Measured so far',
    unprepare: 'Leave this page as its host sends it',
    needsScript: 'To measure on your own machine, this page needs script. What was recorded is below.',
    yours: 'Your machine',
    justNow: ', just now',
    recorded: 'Recorded',
    on: (date: string, machine: string, browser: string) => `${date} on ${machine}, ${browser}`,
    stopped: 'Stopped.',
    done: 'Measured. Your numbers stand beside the recorded ones.',
  },
  names: { 'speed-up': 'speed-up', gil: 'the GIL', 'lost-updates': 'lost updates', locks: 'two locks' },
  ways: { plain: 'plain', atomic: 'Atomics.add', lock: 'parking lock' },
  locks: { spin: 'spin lock', parking: 'parking lock' },
  charts: {
    workers: 'workers',
    speedUp: 'How many times as fast as one plain loop',
    measured: 'measured',
    atMost: 'at most',
    gil: 'How many times as fast as one worker that does the same',
    waits: 'waits, GIL',
    noGil: 'no GIL',
    gilLine: 'GIL',
    lost: 'Additions that were lost, of all in a round',
    least: 'plain, least',
    lower: 'plain, lower quarter',
    middle: 'plain, middle',
    upper: 'plain, upper quarter',
    most: 'plain, most',
    price: 'What one addition costs the whole crew, in nanoseconds',
    contended: (workers: number) => `${workers} workers: how often they are inside, in times of one worker alone`,
    inside: 'inside',
    left: (others: number) => `What ${others} others get done meanwhile, of what they do where nobody wants the lock`,
  },
  findings: {
    cores: (count: number) => `The browser says that this machine has ${count === 1 ? 'one core' : `${count} cores`}.`,
    primes: (primes: number, limit: number, ms: string, workers: number, times: string) =>
      `The ${number(primes)} primes below ${number(limit)} take one loop ${ms} ms. Of all that were tried, ${are(workers, times)}.`,
    computing: (workers: number, times: string, withWorkers: number, withTimes: string) => `Computing without the lock, ${are(workers, times)} at best; with it, ${are(withWorkers, withTimes)}.`,
    waiting: (requests: number, ms: number, workers: number, times: string) => `Waiting for ${requests} answers of ${ms} ms with it, ${are(workers, times)}: who waits has given it back.`,
    passed: (workers: number, times: string, ms: number) => `Computing, ${workers} workers passed the lock on ${times} times in a round, each time when somebody had waited ${ms} ms for it.`,
    added: (workers: number, additions: number, some: number, rounds: number) =>
      `${workers} workers added 1 to the same number, ${number(additions)} times in all. Plain additions lost some in ${some} of ${rounds} rounds.`,
    noneLost: 'None was lost this time. That proves nothing: measure again, and see above what can happen.',
    lost: (least: string, most: string) => `The round that lost least lost ${least} %, the one that lost most ${most} %. The same program, the same machine.`,
    safe: (lost: number) => `With Atomics.add and inside a lock, ${lost === 0 ? 'none was lost in any round' : `${lost} were lost, which must not be: please report it`}.`,
    looks: (workers: number, length: string, looks: string, asleep: string) =>
      `With ${workers} workers and ${length} inside, those who wait for the spin lock look ${looks} times in vain for each time that one of them gets in; those who wait for the parking lock fall asleep ${asleep}.`,
    beside: (percent: string, lock: string) => `${percent} % beside a ${lock}`,
    left: (length: string, shares: readonly string[]) => `With ${length} inside, as many others who only compute get done ${shares.join(', and ')}, of what they would without.`,
    never: 'never',
    times: (times: string) => `${times} times`,
    onceIn: (times: string) => `once in ${times} times`,
    middle: (rounds: number) => `Each number is the middle of ${rounds === 1 ? 'one round' : `${rounds} rounds`}`,
    hardly: (middle: string) => `${middle}, which hardly differ.`,
    differ: (middle: string, times: string) => `${middle}; where they differ most, one is ${times} times another.`,
    veryBusy: 'This machine was busy with other things: these numbers say little. Measure again when it is idle.',
    busy: 'This machine was busy with other things as well: believe large differences only.',
  },
};
