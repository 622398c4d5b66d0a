import { describe, expect, it } from 'vitest';
import { commonStart, type Trace } from '#trace';
import { inGo, run } from '#engine/testing';
import { instead, otherOrder } from './instead.ts';

const event = (step: number, task: number, point = true, verb = 'read') => ({
  step,
  task,
  time: 0,
  verb,
  point,
  causes: [],
  changes: [],
  races: [],
  others: [],
  forced: false,
});
const trace: Trace = {
  version: 1,
  mode: 'preemptive',
  resources: [],
  end: { kind: 'ok' },
  leaks: [],
  output: [],
  schedule: 'main*2 a a/1 main b',
  tasks: [
    { id: 0, name: 'main', kind: 'main' },
    { id: 1, name: 'a', kind: 'goroutine' },
    { id: 2, name: 'b', kind: 'goroutine' },
  ],
  // Step 3 followed within main's own turn: nobody chose there. Only main's start is an event.
  events: [event(1, 0, true, 'start'), event(2, 0), event(3, 0, false), event(4, 1), event(5, 0), event(6, 2)],
};

describe('taking the place of the scheduler', () => {
  it('keeps the choices before the step and makes the new one', () => {
    expect(instead(trace, 5, 2)).toBe('main*2 a a/1 b');
    expect(instead(trace, 2, 1)).toBe('main a');
    expect(instead(trace, 1, 1)).toBe('a');
  });

  it('reads the choices from the events where the schedule leaves them out', () => {
    expect(instead({ ...trace, schedule: 'main' }, 6, 0)).toBe('main*2 a*2 main*2');
    expect(instead({ ...trace, schedule: '' }, 5, 2)).toBe('main*2 a*2 b');
  });
});

describe('another order to compare a failing one with', () => {
  const source = inGo(`
const a = new Mutex(), b = new Mutex(), wg = new WaitGroup();
wg.add(2);
go('left', async () => { await a.lock(); await b.lock(); b.unlock(); a.unlock(); wg.done(); });
go('right', async () => { await b.lock(); await a.lock(); a.unlock(); b.unlock(); wg.done(); });
await wg.wait();`);
  const along = (schedule: string) => Promise.resolve(run(source, { schedule }));

  it('ends well, and parts from it as late as it can', async () => {
    const stuck = run(source, { schedule: 'main*2 left*2 right' });
    expect(stuck.end.kind).toBe('deadlock');
    const other = (await otherOrder(stuck, along))!;
    expect(other.end.kind).toBe('ok');
    const common = commonStart(stuck, other);
    for (const { step, others } of stuck.events.filter((e) => e.step > common + 1))
      for (const task of others) expect((await along(instead(stuck, step, task))).end.kind).toBe('deadlock');
  });

  it('prints something else, if it is a race only', async () => {
    const racy = inGo("let n = 0; const wg = new WaitGroup(); wg.add(2); for (const name of ['a', 'b']) go(name, async () => { const seen = n; n = seen + 1; wg.done(); }); await wg.wait(); console.log(n);");
    const shown = run(racy);
    const other = await otherOrder(shown, (schedule) => Promise.resolve(run(racy, { schedule })));
    expect([...shown.output, ...other!.output].sort()).toEqual(['1', '2']);
  });

  it('is one that is known, if no single choice leads to one, and none if there is none', async () => {
    const stuck = run(inGo('const c = chan(); await c.send(1);'));
    expect(await otherOrder(stuck, () => Promise.resolve(stuck))).toBeUndefined();
    const fine = run(inGo('console.log(1);'));
    expect(await otherOrder(stuck, (schedule) => Promise.resolve(schedule === 'known' ? fine : stuck), ['known'])).toBe(fine);
  });
});
