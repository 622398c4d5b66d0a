import { describe, expect, it } from 'vitest';
import { ask, explore, inGo, outcomes, run } from '#engine/testing';
import { explore as exploreSubject } from './explore.ts';
import { replay } from './replay.ts';
import { stand as standAt } from './standing.ts';
import type { Run } from '#kernel';
import type { ExploreOptions, Goal, Standing } from './types.ts';
import { randomProgram, type Family, type RandomProgram } from './testing/random-program.ts';

const lostUpdate = inGo(`
let counter = 0;
const wg = new WaitGroup();
wg.add(2);
const add = async () => { const seen = counter; counter = seen + 1; wg.done(); };
go('a', add);
go('b', add);
await wg.wait();
console.log(counter);
`);

const twoLocks = inGo(`
const ink = new Mutex();
const pen = new Mutex();
const wg = new WaitGroup();
wg.go(async () => { await ink.lock(); await pen.lock(); pen.unlock(); ink.unlock(); });
wg.go(async () => { await pen.lock(); await ink.lock(); ink.unlock(); pen.unlock(); });
await wg.wait();
console.log('done');
`);

function stand(text: string, schedule: string, goal?: Goal): Standing {
  const reply = ask({ kind: 'stand', program: { files: { 'main.ts': text }, entry: 'main.ts' }, schedule, ...(goal && { goal }) });
  if (reply.kind !== 'stands') throw new Error(JSON.stringify(reply));
  return reply.standing;
}

const append = ({ schedule }: Standing, word: string): string => `${schedule} ${word}`.trim();
const nameOf = ({ trace }: Standing, task: number): string => trace.tasks[task]!.name;
const offers = (standing: Standing): string[] => standing.ready.map(({ task, does, forced }) => `${nameOf(standing, task)}: ${does}${forced ? ', forced' : ''}`);

/** Goes on, letting the `index`-th of the ready go each time, until the run is over. */
function playOn(at: (schedule: string) => Standing, index: (ways: number, move: number) => number): readonly Standing[] {
  const all = [at('')];
  for (let move = 0; all.at(-1)!.ready.length > 0; move++) {
    const here = all.at(-1)!;
    all.push(at(append(here, here.ready[index(here.ready.length, move)]!.word)));
  }
  return all;
}

const inText = (text: string) => (schedule: string) => stand(text, schedule);

/** What is offered anywhere, whoever goes. */
function everyOffer(text: string): readonly string[] {
  const seen = new Set<string>();
  const todo = [stand(text, '')];
  for (const here of todo) {
    for (const { word, does } of here.ready) {
      seen.add(`${word}: ${does}`);
      if (todo.length < 300) todo.push(stand(text, append(here, word)));
    }
  }
  return [...seen];
}

const families: readonly Family[] = ['memory', 'locks', 'channels', 'unbuffered', 'select', 'waitgroup'];

/** All that the orders of an exploration end with and see. */
function seenBy(subject: RandomProgram, options: ExploreOptions): readonly string[] {
  const seen = new Set<string>();
  const isFailure = (run: Run): boolean => {
    seen.add(`${run.end?.kind} ${subject.observed()}`);
    return false;
  };
  expect(exploreSubject(subject, options, { isFailure }).complete).toBe(true);
  return [...seen].sort();
}

describe('a program that stands still', () => {
  it('EX20 says who can go on, what each is about to do, and where', () => {
    const begun = stand(lostUpdate, '');
    const bothReading = stand(lostUpdate, append(begun, 'a b'));
    expect(offers(begun)).toEqual(['a: start', 'b: start']);
    expect(offers(bothReading)).toEqual(['a: read counter, forced', 'b: read counter']);
    expect(bothReading.ready.map(({ place }) => place?.line)).toEqual([5, 5]);
  });

  it('EX20 marks what would be a forced switch', () => {
    const standing = stand(lostUpdate, append(stand(lostUpdate, ''), 'a'));
    expect(nameOf(standing, standing.ready.find(({ forced }) => !forced)!.task)).toBe('a');
    expect(standing.ready.filter(({ forced }) => forced).length).toBe(standing.ready.length - 1);
  });

  it('EX20 names the function that is about to be called, if it has a name', () => {
    const calls = `
      import { ThreadPoolExecutor } from 'happens-before/threading';
      const nameless = () => () => {};
      const pool = new ThreadPoolExecutor(2);
      pool.submit(function fetchOne() { console.log('one'); });
      pool.submit(nameless());
      await pool.shutdown();
    `;
    const said = new Set<string>();
    let standing = stand(calls, '');
    for (; standing.ready.length > 0; standing = stand(calls, append(standing, standing.ready.at(-1)!.word))) for (const { does } of standing.ready) said.add(does);
    expect([...said].filter((does) => does.startsWith('call')).toSorted()).toEqual(['call', 'call fetchOne', 'call nameless']);
  });

  it('EX20 tells ways apart that chance chooses', () => {
    const mail = `
      import { Account } from 'happens-before/lambda';
      const mail = new Account().function({ name: 'mail', handler: async () => {} });
      await mail.invoke('to Ada', { type: 'Event' });
    `;
    const offered = new Set<string>();
    let standing = stand(mail, '');
    for (; standing.ready.length > 0; standing = stand(mail, append(standing, standing.ready[0]!.word))) for (const { does } of standing.ready) offered.add(does);
    expect([...offered].filter((does) => does.startsWith('accept'))).toEqual(['accept mail: 202', 'accept mail: 202, will come twice at once', 'accept mail: 202, will come once more afterwards']);
  });

  it('EX20 names the value that is about to be sent, the case of a select, and who would get it', () => {
    const text = inGo(`
const jobs = chan<number>();
const quit = chan<string>(1);
go('worker', async () => { await select(jobs.onReceive(), quit.onReceive()); });
go('helper', async () => { await jobs.receive(); });
await quit.send('now');
await jobs.send(7);
`);
    expect(everyOffer(text)).toEqual(expect.arrayContaining(["main: send quit ← 'now'", 'worker: select: receive quit', 'main/0: send jobs ← 7, to worker', 'main/1: send jobs ← 7, to helper']));
  });

  it('EX20 takes steps that leave no choice at once', () => {
    const one = inGo(`const c = chan<number>(1); await c.send(1); console.log(await c.receive());`);
    const standing = stand(one, '');
    expect(standing.ready).toEqual([]);
    expect(standing.trace.output).toEqual(['1']);
  });

  it('EX20 shows the whole run when it is over, and whether it reached the goal', () => {
    const won = stand(twoLocks, playOn(inText(twoLocks), (ways) => ways - 1).at(-1)!.schedule, { end: 'ok' });
    expect(won).toMatchObject({ ready: [], reached: won.trace.end.kind === 'ok' });
  });

  it('EX20 replays to the same run: the schedule names every step', () => {
    const over = playOn(inText(lostUpdate), (ways, move) => (move * 7) % ways).at(-1)!;
    expect(run(lostUpdate, { schedule: over.schedule })).toEqual(over.trace);
  });

  it('EX20 refuses a schedule that does not fit, with the step', () => {
    const reply = ask({ kind: 'stand', program: { files: { 'main.ts': lostUpdate }, entry: 'main.ts' }, schedule: 'main nobody' });
    expect(reply).toMatchObject({ kind: 'stopped', title: 'replay went differently at step 2' });
  });

  it.each(families)('EX21 shows the steps so far as the finished run does (%s)', (family) => {
    for (let seed = 1; seed <= 10; seed++) {
      const subject = randomProgram(seed, [family]);
      const all = playOn((schedule) => standAt(subject, schedule), (ways, move) => (seed * 31 + move * 17) % ways);
      for (const { trace, schedule } of all) {
        const { events } = replay(subject, schedule).trace();
        const whole = events.slice(0, trace.events.length).map((event) => ({ ...event, changes: [], races: event.races.filter((step) => step <= trace.events.length) }));
        expect(trace.events.map((event) => ({ ...event, changes: [] })), `seed ${seed}: ${schedule}`).toEqual(whole);
      }
    }
  });
});

describe('an exploration', () => {
  it('EX18 with a beginning finds what can follow it, and only that', () => {
    expect(outcomes(lostUpdate)).toEqual(expect.arrayContaining([expect.stringMatching(/ok: 1/), expect.stringMatching(/ok: 2/)]));
    const aDone = playOn(inText(lostUpdate), () => 0).at(-1)!;
    expect(outcomes(lostUpdate, { begin: aDone.schedule })).toEqual([expect.stringMatching(/^1 × ok: 2/)]);
  });

  it.each(families)('EX18 with a beginning finds what the naive search finds with it (%s)', (family) => {
    for (let seed = 1; seed <= 30; seed++) {
      const subject = randomProgram(seed, [family], [2, family === 'locks' ? 2 : 3]);
      const all = playOn((schedule) => standAt(subject, schedule), (ways, move) => (seed * 13 + move * 5) % ways);
      const begin = all[Math.floor(all.length / 4)]!.schedule;
      expect(seenBy(subject, { begin }), `seed ${seed}: ${subject.text} after ${begin}`).toEqual(seenBy(subject, { begin, strategy: 'naive', maxRuns: 50_000 }));
    }
  });

  it('EX19 counts the orders that reach a goal, and gives the one with the fewest forced switches', () => {
    const found = explore(lostUpdate, { goal: { output: ['1'] } });
    expect(found).toMatchObject({ complete: true, simplest: { preemptions: 1, proved: true } });
    expect(found.reached).toBe(found.outcomes.find(({ output }) => output[0] === '1')?.count);
    expect(run(lostUpdate, { schedule: found.simplest!.schedule }).output).toEqual(['1']);
  });

  it('EX19 proves that no order reaches a goal', () => {
    const none = explore(lostUpdate, { goal: { output: ['0'] } });
    expect(none).toMatchObject({ complete: true, reached: 0 });
    expect(none.simplest).toBeUndefined();
  });

  it.each<[Goal, number]>([
    [{ end: 'deadlock' }, 1],
    [{ end: 'failure' }, 1],
    [{ end: 'leak' }, 0],
    [{ end: 'race' }, 0],
    [{ notOutput: ['done'] }, 0],
  ])('EX19 knows %j', (goal, least) => {
    const { reached = 0 } = explore(twoLocks, { goal });
    expect(Math.min(reached, 1)).toBe(least);
  });

  it('EX19 counts forced switches from the start, also those of the beginning', () => {
    const begun = stand(lostUpdate, append(stand(lostUpdate, ''), 'a'));
    const other = begun.ready.find(({ forced, does }) => forced && does === 'start') ?? begun.ready.find(({ forced }) => forced)!;
    const switched = stand(lostUpdate, append(begun, other.word));
    const { simplest } = explore(lostUpdate, { begin: switched.schedule, goal: { output: ['1'] } });
    expect(switched.forced).toBe(1);
    expect(simplest!.preemptions).toBeGreaterThanOrEqual(1);
    expect(simplest!.proved).toBe(true);
  });
});
