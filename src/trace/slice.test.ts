import { inGo, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { decisiveSteps } from './slice.ts';

/** The tasks that do something in the slice, and how many steps it leaves out. */
function slice(source: string) {
  const trace = run(inGo(source));
  const kept = decisiveSteps(trace);
  const tasks = trace.events.filter(({ step }) => kept.has(step)).map(({ task }) => trace.tasks[task]?.name);
  return { tasks: [...new Set(tasks)].sort(), dropped: trace.events.length - kept.size };
}

describe('the steps that led to a failure', () => {
  it('TR58 leaves out tasks that had nothing to do with it', () => {
    const { tasks, dropped } = slice(`
const mu = new Mutex(), other = new Mutex();
go('stuck', async () => { await mu.lock(); await mu.lock(); });
go('busy', async () => { for (let i = 0; i < 3; i++) { await other.lock(); other.unlock(); } });
await sleep(1);
    `);
    expect(tasks).toEqual(['main', 'stuck']);
    expect(dropped).toBeGreaterThanOrEqual(6);
  });

  it('TR58 keeps what brought about what the failing step saw', () => {
    const { tasks } = slice(`
let flag = 0, other = 0;
const done = chan(1);
go('writer', async () => { flag = 1; await done.send(0); });
go('busy', async () => { other = 1; other = 2; });
await done.receive();
if (flag === 1) throw new Error('seen');
    `);
    expect(tasks).toEqual(['main', 'writer']);
  });

  it('TR58 of a run that ends well is all of it', () => {
    expect(slice("console.log('a');\ngo('t', () => { console.log('b'); });\nawait sleep(1);").dropped).toBe(0);
  });
});
