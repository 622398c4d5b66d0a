import { inGo, inPython, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { taskName } from '#trace';
import { holders } from './holders.ts';
import { layout, toSvg } from './index.ts';
import { fixtures } from './testing/index.ts';

const three =
  "const wg = new WaitGroup(); wg.add(3); for (const n of ['a', 'b', 'c']) go(n, async () => { await work(20); wg.done(); }); await wg.wait();";
const threads = inPython(`
let n = 0;
const call = async () => { const seen = n; n = seen + 1; };
const add = async () => { await call(); };
const a = new Thread({ target: add, name: 'a' }), b = new Thread({ target: add, name: 'b' });
a.start(); b.start(); await a.join(); await b.join();
`);

describe('what tasks take turns at', () => {
  it('TR69 is a core for each task that works at the same time', () => {
    const used = (cores: number): readonly number[] => holders(run(inGo(three), { cores })).map((h) => h.turns.length);
    expect(used(1)).toEqual([3]);
    expect(used(3)).toEqual([1, 1, 1]);
    expect(used(2).reduce((a, b) => a + b)).toBe(3);
    expect(holders(run(inGo(three), { cores: 2 })).map((h) => h.name)).toEqual(['core 1', 'core 2']);
  });

  it('TR69 is the GIL, which every step needs, in the mode that has one', () => {
    const trace = run(threads, { mode: 'cpython' });
    const [gil] = holders(trace);
    expect(gil!.name).toBe('GIL');
    expect(gil!.turns.flatMap((t) => Array.from({ length: t.to - t.from + 1 }, () => t.task))).toEqual(trace.events.map((e) => e.task));
    expect(holders(run(threads, { mode: 'preemptive' }))).toEqual([]);
  });

  it('TR69 is the GIL, which who works keeps while another comes and has to wait', () => {
    const work = "new Thread({ name: 'NAME', target: async () => { await work(3); } }).start();";
    const trace = run(inPython(`${work.replace('NAME', 'a')} ${work.replace('NAME', 'b')}`), { mode: 'cpython', timers: 'patient' });
    const waits = trace.events.find((event) => event.changes.some(({ task, to }) => task === event.task && to.kind === 'blocked' && to.heldBy !== undefined))!;
    expect(taskName(trace, waits.task)).toBe('b');
    const turn = holders(trace)[0]!.turns.find(({ from, to }) => from <= waits.step && waits.step <= to)!;
    expect(taskName(trace, turn.task)).toBe('a');
  });

  it('TR69 never has two holders at once', () => {
    const traces = [...fixtures.map((f) => f.trace), run(inGo(three), { cores: 2 }), run(threads, { mode: 'cpython' })];
    for (const trace of traces)
      for (const axis of ['across', 'down'] as const) {
        const scene = layout(trace, { axis });
        expect(toSvg(scene)).not.toMatch(/NaN|undefined/);
        for (const { turns } of scene.holders)
          turns.slice(1).forEach((turn, i) => {
            const before = turns[i]!;
            expect(before.toStep).toBeLessThan(turn.fromStep);
            if (axis === 'across') expect(before.rect.x + before.rect.w, taskName(trace, turn.task)).toBeLessThanOrEqual(turn.rect.x);
          });
      }
  });
});
