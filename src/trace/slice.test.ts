import { inGo, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { decisiveStep, decisiveSteps, stepsAside } from './slice.ts';
import { sliceSentence } from './sentence.ts';
import { describe as phrase, toText } from './text.ts';
import { taskName } from './lookup.ts';

const stepOf = (source: string): string | undefined => {
  const trace = run(inGo(source));
  const event = trace.events[(decisiveStep(trace) ?? 0) - 1];
  return event && `${taskName(trace, event.task)}: ${phrase(event, trace)}`;
};

const stuckAndBusy = `
const mu = new Mutex(), other = new Mutex();
go('stuck', async () => { await mu.lock(); await mu.lock(); });
go('busy', async () => { for (let i = 0; i < 3; i++) { await other.lock(); other.unlock(); } });
await sleep(1);
`;

/** The tasks that do something in the slice, and how many steps it leaves out. */
function slice(source: string) {
  const trace = run(inGo(source));
  const kept = decisiveSteps(trace);
  const tasks = trace.events.filter(({ step }) => kept.has(step)).map(({ task }) => trace.tasks[task]?.name);
  return { tasks: [...new Set(tasks)].sort(), dropped: trace.events.length - kept.size };
}

describe('the steps that led to a failure', () => {
  it('TR58 leaves out tasks that had nothing to do with it', () => {
    const { tasks, dropped } = slice(stuckAndBusy);
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

  it('TR58 keeps whoever used what a task waits for in vain', () => {
    const { tasks } = slice(`
const answers = chan();
go('first', async () => { await answers.send(1); });
go('second', async () => { await answers.send(2); });
await answers.receive();
    `);
    expect(tasks).toContain('first');
  });

  it('TR58 of a run that ends well is all of it', () => {
    expect(slice("console.log('a');\ngo('t', () => { console.log('b'); });\nawait sleep(1);").dropped).toBe(0);
  });
});

describe('where a failure was decided', () => {
  it('TR60 is the later of the first two steps that race', () => {
    expect(stepOf("let n = 0; go('a', () => { n = 1; }); n = 2; await sleep(1);")).toMatch(/: write n ← 1$/);
  });

  it('TR60 is the step that closes a deadlock, whatever others do afterwards', () => {
    expect(
      stepOf(`
const a = new Mutex(), b = new Mutex();
go('busy', async () => { for (let i = 0; i < 3; i++) await sleep(10); });
go('one', async () => { await a.lock(); await sleep(1); await b.lock(); });
await b.lock(); await sleep(1); await a.lock();
      `),
    ).toMatch(/^(one: wake|main: wake)/);
  });

  it('TR60 is the step that panicked, or at which main left the others behind', () => {
    expect(stepOf('const c = chan(1); c.close(); await c.send(1);')).toMatch(/^main: send/);
    expect(stepOf("const c = chan(); go('left', async () => { await c.send(1); }); await sleep(1);")).toBe('main: end');
  });

  it('TR60 is nowhere in a run that ends well', () => {
    expect(stepOf('console.log(1);')).toBeUndefined();
    expect(sliceSentence(run(inGo('console.log(1);')))).toBeUndefined();
  });
});

describe('the steps that have no part in a failure', () => {
  it('TR61 are those of each task after its last one that led to it or follows from it', () => {
    const trace = run(inGo(stuckAndBusy));
    const aside = stepsAside(trace);
    const names = new Set([...aside].map((step) => taskName(trace, trace.events[step - 1]!.task)));
    expect([...names]).toEqual(['busy']);
    expect(aside.size).toBeGreaterThanOrEqual(6);
    for (const step of aside) expect(decisiveSteps(trace)).not.toContain(step);
  });

  it('TR61 are not the wrong value that is written and printed', () => {
    const trace = run(
      inGo(
        "let n = 0; const wg = new WaitGroup(); wg.add(1); go('a', () => { n = n + 1; wg.done(); }); n = n + 1; await wg.wait(); console.log(n);",
      ),
    );
    expect(stepsAside(trace).size).toBe(0);
  });

  it('TR61 are said in the text, if it is asked for', () => {
    const trace = run(inGo(stuckAndBusy));
    expect(toText(trace, { slice: true }).split('\n').at(-1)).toMatch(/^With step \d+ .+ Steps .+ have no part in it\.$/);
    expect(toText(trace)).not.toContain('no part');
  });
});
