import { describe, expect, it } from 'vitest';
import type { Goal, Standing } from '#explore';
import { ask, explore, inGo } from '#engine/testing';
import { goalsOf, goalWords } from './goals.ts';
import { claimWords, hintWords, moveWords, nextWords, overWords, parWords, readyWords, soFar } from './words.ts';

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
const quiet = inGo(`const c = chan<number>(1); go('a', async () => { await c.send(1); }); console.log(await c.receive());`);
const stuck = inGo(`
const ink = new Mutex();
const pen = new Mutex();
const wg = new WaitGroup();
wg.go(async () => { await ink.lock(); await pen.lock(); pen.unlock(); ink.unlock(); });
wg.go(async () => { await pen.lock(); await ink.lock(); ink.unlock(); pen.unlock(); });
await wg.wait();
`);

function stand(text: string, schedule: string, goal: Goal = { output: ['1'] }): Standing {
  const reply = ask({ kind: 'stand', program: { files: { 'main.ts': text }, entry: 'main.ts' }, schedule, goal });
  if (reply.kind !== 'stands') throw new Error(JSON.stringify(reply));
  return reply.standing;
}
const letGo = (from: Standing, index: number): Standing => stand(lostUpdate, `${from.schedule} ${from.ready[index]!.word}`.trim());
const words = (text: string): readonly string[] => goalsOf(explore(text)).map((choice) => choice.words);

describe('the goals of a program', () => {
  it('GM7 are what some order prints and the plain one does not, then a race, then to fail', () => {
    expect(words(lostUpdate)).toEqual(['print 1', 'race, with two steps that nothing puts in order', 'fail in any way']);
  });

  it('GM7 are the ways to fail first, where there are any', () => {
    expect(words(stuck)).toEqual(['deadlock']);
  });

  it('GM7 are to fail alone where there is one outcome', () => {
    expect(words(quiet)).toEqual(['fail in any way']);
  });

  it('GM7 are said in words that cannot break the line', () => {
    expect(goalWords({ output: ['a\u202eb', 'c\nd'] })).toBe('print a\\u202eb, c\\nd');
    expect(goalWords({ end: 'deadlock', notOutput: ['2'] })).toBe('deadlock, and print something else than 2');
  });
});

describe('the par', () => {
  it('GM1 is the fewest forced switches, and is not told where it would answer the question', () => {
    const found = explore(lostUpdate, { goal: { output: ['1'] } });
    expect(parWords(found, true)).toBe('Par: 1 forced switch.');
    expect(parWords(found, false)).toBe('');
    expect(parWords({ ...found, complete: false }, false)).toBe('There are too many orders to try them all.');
  });
});

describe('a move', () => {
  it('GM2 is offered with its task, what it is about to do, its line and its price', () => {
    const standing = letGo(letGo(stand(lostUpdate, ''), 0), 0);
    expect(readyWords(standing, standing.ready[1]!, (line) => lostUpdate.split('\n')[line - 1])).toEqual({ task: 'b', does: 'start', line: "line 7: go('b', add);", note: 'forced switch' });
  });

  it('GM2 is told with what came of it, and with who can go now', () => {
    const begun = stand(lostUpdate, '');
    const started = letGo(begun, 0);
    expect(moveWords(begun, begun.ready[0]!, started)).toBe('a: start. a and b can go.');
    expect(moveWords(started, started.ready[0]!, letGo(started, 0))).toBe('a: read counter → 0. a and b can go.');
    expect(soFar(2, letGo(letGo(started, 1), 0), 1)).toBe('2 choices, 2 forced switches, 1 hint');
  });
});

describe('the end', () => {
  const par = { preemptions: 1, proved: true, schedule: '' };

  it('GM4 says that the goal was reached, with how much, and what is enough', () => {
    const { simplest } = explore(lostUpdate, { goal: { output: ['1'] } });
    const won = { ...stand(lostUpdate, ''), ready: [], reached: true, forced: 2 } satisfies Standing;
    expect(overWords({ ...won, forced: 1 }, 'print 1', simplest, 0)).toContain('You used 1 forced switch. No order does it with fewer.');
    expect(overWords(won, 'print 1', par, 2)).toContain('You used 2 forced switches, 2 hints. It can be done with 1 forced switch.');
  });

  it('GM4 ends a message as a sentence before it goes on', () => {
    const over = stand(inGo(`go('a', () => panic('too hot'));\nawait chan().receive();`), 'main a');
    expect(overWords({ ...over, reached: true }, 'panic', undefined, 0)).toContain('too hot. You used');
  });

  it('GM4 says how a run ended badly, in a sentence of its own, and what it had printed', () => {
    const over = (source: string) => overWords({ ...stand(inGo(source), ''), ready: [], reached: false }, 'print 1', par, 0);
    const twice = `const c = chan<number>(); c.close(); c.close();`;
    expect(over(twice)).toMatch(/^Panic in main: close of closed channel\. That is not the goal/);
    expect(over(`console.log('open'); ${twice}`)).toMatch(/^Panic in main: close of closed channel\. Before that, it prints open\. That is not the goal/);
    expect(over(`const c = chan<number>(); await c.receive();`)).toMatch(/^Deadlock: main waits, and no task can go on\. That is not the goal/);
  });

  it('GM4 says that it was not', () => {
    const over = { ...stand(lostUpdate, ''), ready: [], reached: false } satisfies Standing;
    expect(overWords(over, 'print 1', par, 0)).toMatch(/That is not the goal: print 1\. Undo, or start again\.$/);
  });
});

describe('the claim that no order does it', () => {
  it('GM6 is proved by trying them all', () => {
    expect(claimWords(explore(lostUpdate, { goal: { output: ['0'] } }))).toEqual({ right: true, say: 'Right, and proved: all 4 orders were tried, and none does it.' });
  });

  it('GM6 is refuted by an order that does it', () => {
    expect(claimWords(explore(lostUpdate, { goal: { output: ['1'] } })).right).toBe(false);
  });

  it('GM6 is not proved while there are orders that were not tried', () => {
    expect(claimWords(explore(lostUpdate, { goal: { output: ['0'] }, maxRuns: 2 }))).toEqual({ right: false, say: '2 orders were tried and none does it, but there are more: that is no proof. Try to make the program smaller.' });
  });
});

describe('a hint', () => {
  const goal: Goal = { output: ['1'] };
  const after = (standing: Standing) => explore(lostUpdate, { begin: standing.schedule, goal });

  it('GM5 says how far it is', () => {
    const begun = stand(lostUpdate, '');
    const aHasRead = letGo(letGo(begun, 0), 0);
    expect(hintWords(after(begun), begun, 0)).toBe('The nearest order that reaches it needs 1 more forced switch from here.');
    const bStarted = letGo(aHasRead, 1);
    expect(hintWords(after(bStarted), bStarted, 0)).toBe('From here it can be reached without another forced switch.');
  });

  it('GM5 says how many choices closed the way', () => {
    let aIsDone = stand(lostUpdate, '');
    for (let move = 0; move < 3; move++) aIsDone = letGo(aIsDone, 0);
    expect(after(aIsDone).reached).toBe(0);
    expect(hintWords(after(aIsDone), aIsDone, 2)).toBe('No order that begins like this reaches the goal. One of your last 2 choices closed the way: undo them.');
    expect(hintWords(after(aIsDone), aIsDone, 1)).toContain('Your last choice closed the way: undo it.');
  });

  it('GM5 says who goes next', () => {
    const begun = stand(lostUpdate, '');
    expect(nextWords(begun, begun.ready[1]!)).toBe('Let b go: start.');
  });
});
