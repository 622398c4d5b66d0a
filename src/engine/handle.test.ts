import { describe, expect, it } from 'vitest';
import { handle } from './handle.ts';
import type { Reply } from './types.ts';

const program = { files: { 'main.ts': "console.log('a');\nconsole.log('b');\nconsole.log('c');" }, entry: 'main.ts' };

function repliesTo(now?: () => number): readonly Reply[] {
  const replies: Reply[] = [];
  handle({ kind: 'run', program }, (reply) => replies.push(reply), now === undefined ? {} : { now });
  return replies;
}

const outputs = (replies: readonly Reply[]) => replies.flatMap((reply) => (reply.kind === 'output' ? [reply.lines] : []));

describe('a run', () => {
  it('RN22 passes lines on while the program runs', () => {
    let time = 0;
    const replies = repliesTo(() => (time += 40));
    expect(outputs(replies)).toEqual([['a'], ['b'], ['c']]);
    expect(replies.at(-1)?.kind).toBe('ran');
  });

  it('RN22 gathers lines that come close together', () => {
    expect(outputs(repliesTo(() => 5))).toEqual([['a'], ['b', 'c']]);
  });

  it('RN22 gives all lines at the end where there is no clock', () => {
    expect(outputs(repliesTo())).toEqual([['a', 'b', 'c']]);
  });
});

describe('an exploration', () => {
  /** Few orders that differ, and very many with no forced switch or one: which of those is the simplest takes a while to find out. */
  const busy = `import { chan, go, WaitGroup } from 'happens-before/go';
const wg = new WaitGroup();
for (let k = 0; k < 5; k++) {
  wg.go(async () => {
    const own = chan<number>(1);
    for (let i = 0; i < 4; i++) { await own.send(i); await own.receive(); }
  });
}
let n = 0;
for (let k = 0; k < 2; k++) wg.go(async () => { const seen = n; n = seen + 1; });
await wg.wait();
console.log(n);`;

  function explored(maxExploreMs: number) {
    let time = 0;
    const replies: Reply[] = [];
    const program = { files: { 'main.ts': busy }, entry: 'main.ts' };
    handle({ kind: 'explore', program, goal: { output: ['1'] } }, (reply) => replies.push(reply), { now: () => (time += 100), maxExploreMs });
    const runs = replies.flatMap((reply) => (reply.kind === 'progress' ? [reply.progress.runs] : []));
    return { last: replies.at(-1), runs };
  }

  it('says so when its first run is over, however long that took', () => {
    let time = 0;
    const replies: Reply[] = [];
    handle({ kind: 'explore', program }, (reply) => replies.push(reply), { now: () => (time += 200) });
    expect(replies[0]).toMatchObject({ kind: 'progress', progress: { runs: 1 } });
  });

  it('EX13 goes on saying how far it is while it looks for the simplest failure', () => {
    const { last, runs } = explored(Infinity);
    expect(last).toMatchObject({ kind: 'explored', exploration: { complete: true, reached: 2 } });
    expect(runs.length).toBeGreaterThan(100);
    expect(runs).toEqual([...runs].sort((a, b) => a - b));
  });

  it('EX13 stops looking for a simpler one when it is late, and proves nothing then', () => {
    const { last, runs } = explored(2_000);
    expect(last).toMatchObject({ kind: 'explored', exploration: { complete: true, reached: 2, simplest: { preemptions: 1, proved: false } } });
    expect(runs.length).toBeLessThan(20);
  });
});
