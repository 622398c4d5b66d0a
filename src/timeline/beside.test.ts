import { describe, expect, it } from 'vitest';
import { commonStart, endsWell, partingSentence } from '#trace';
import { inGo, run } from '#engine/testing';
import { layoutBeside, toSvg, renderStill } from './index.ts';
import { lostUpdate } from './testing/index.ts';

const twoLocks = `
const a = new Mutex(), b = new Mutex(), wg = new WaitGroup();
wg.add(2);
go('left', async () => { await a.lock(); await b.lock(); b.unlock(); a.unlock(); wg.done(); });
go('right', async () => { await b.lock(); await a.lock(); a.unlock(); b.unlock(); wg.done(); });
await wg.wait();
`;
const stuck = run(inGo(twoLocks), { schedule: 'main*2 left*2 right' });
const fine = run(inGo(twoLocks), { schedule: 'main*2 left*3' });

describe('two orders of one program', () => {
  it('TR63 share the steps that are the same at their start', () => {
    expect([endsWell(stuck), endsWell(fine)]).toEqual([false, true]);
    const common = commonStart(stuck, fine);
    expect(common).toBeGreaterThanOrEqual(4);
    expect(commonStart(fine, stuck)).toBe(common);
    expect(commonStart(fine, fine)).toBe(fine.events.length);
    expect(partingSentence(stuck, fine)).toMatch(
      new RegExp(
        `^Steps 1–${common} are the same in both orders\\. At step ${common + 1}, right goes \\(.+\\) here, and left goes \\(.+\\) there\\.$`,
      ),
    );
  });

  it('TR63 of which every step is the same are told by what they print, or by chance', () => {
    expect(partingSentence(fine, { ...fine, output: ['done', 'late'] })).toBe('Every step is the same in both orders. What is printed is not: nothing here, and done, late there.');
    expect(partingSentence(fine, fine)).toBe('Every step is the same in both orders. What differs is what chance gave.');
  });

  it('TR64 are drawn with their common start once, and go on from the same place', () => {
    for (const axis of ['across', 'down'] as const) {
      const { first, second, common } = layoutBeside(stuck, fine, { axis });
      expect(first.columns.map((c) => c.from)).toEqual(stuck.events.map((e) => e.step));
      expect(second.columns.map((c) => [c.from, c.to])).toEqual([[1, common], ...fine.events.slice(common).map((e) => [e.step, e.step])]);
      expect(second.columns[0]!.fold?.text).toMatch(/steps$/);
      expect(first.nameSize).toBe(second.nameSize);
      expect(toSvg(second)).not.toMatch(/NaN|undefined/);
      if (axis === 'across') expect(first.parting).toMatchObject({ from: { x: second.parting!.from.x } });
    }
  });

  it('TR64 are drawn whole if they differ from the first steps on', () => {
    const other = run(inGo("go('a', () => { console.log(1); }); console.log(2);"), { schedule: 'main*2' });
    const again = run(inGo("go('a', () => { console.log(1); }); console.log(2);"), { schedule: 'main a' });
    const { second, common } = layoutBeside(other, again, { axis: 'across' });
    expect(common).toBeLessThan(3);
    expect(second.columns).toHaveLength(again.events.length);
  });

  it('TR65 are both in the table and in the text', () => {
    const common = commonStart(stuck, fine);
    const html = renderStill(stuck, { other: { trace: fine, label: 'An order that ends <well>' } });
    expect(html.match(/<table/g)).toHaveLength(2);
    expect(html).toContain(`An order that ends &lt;well&gt;, from step ${common + 1} on`);
    expect(html.match(/<th scope="row">/g)).toHaveLength(stuck.events.length + fine.events.length - common);
    expect(renderStill(lostUpdate)).not.toContain('one-label');
  });
});
