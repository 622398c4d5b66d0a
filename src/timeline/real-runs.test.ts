import { describe, expect, it } from 'vitest';
import { randomFrom } from '#base';
import { compile } from '#compile';
import { Model, Run } from '#kernel';
import * as library from '#runtime/go';
import { toText, type Trace } from '#trace';
import { layout, toSvg } from './index.ts';

const LIBRARY = "import { chan, go, Mutex, sleep, WaitGroup } from 'happens-before/go';\n";
const PROGRAMS = {
  'a shelf':
    'const shelf = chan<number>(2); go(async () => { for (let i = 0; i < 3; i++) await shelf.send(i); shelf.close(); }); for await (const box of shelf) console.log(box);',
  'two locks':
    "const a = new Mutex(), b = new Mutex(), wg = new WaitGroup(); wg.add(2); go('left', async () => { await a.lock(); await b.lock(); b.unlock(); a.unlock(); wg.done(); }); go('right', async () => { await b.lock(); await a.lock(); a.unlock(); b.unlock(); wg.done(); }); await wg.wait();",
  'a race':
    "let n = 0; const wg = new WaitGroup(); async function add() { const seen = n; await sleep(5); n = seen + 1; wg.done(); } wg.add(2); go('a', add); go('b', add); await wg.wait(); console.log(n);",
};

/** One run of a program in an order that the seed decides. */
function run(program: string, seed: number): Trace {
  const compiled = compile({ 'main.ts': LIBRARY + program }, 'main.ts');
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
  const one = new Run({ record: true });
  const $ = new Model(one, { 'happens-before/go': () => library });
  new Function('$', compiled.program.code)($);
  const random = randomFrom(seed);
  one.go(() => $.main(), {
    choose: (candidates) => {
      const candidate = candidates[Math.floor(random() * candidates.length)]!;
      return { task: candidate.task, way: Math.floor(random() * candidate.ways) };
    },
  });
  return one.trace();
}

describe('runs of the real kernel', () => {
  for (const [name, program] of Object.entries(PROGRAMS)) {
    it(`TR30 TR32 TR33 TR38 hold in any order of ${name}`, () => {
      for (let seed = 0; seed < 25; seed++) {
        const trace = run(program, seed);
        for (const axis of ['across', 'down'] as const) {
          const scene = layout(trace, { axis });
          const why = toText(trace);
          expect(
            scene.bars.filter((b) => b.kind === 'run').map((b) => b.step),
            why,
          ).toEqual(trace.events.map((e) => e.step));
          for (const arrow of scene.arrows) expect(arrow.to ?? Infinity, why).toBeGreaterThan(arrow.from);
          for (const a of scene.rails)
            for (const b of scene.rails)
              if (a !== b && a.resource === b.resource) expect(a.toStep < b.fromStep || b.toStep < a.fromStep, why).toBe(true);
          for (const slot of scene.shelves.flatMap((s) => s.slots)) expect(slot.filled, why).toBeLessThanOrEqual(slot.capacity);
          expect(toSvg(scene), why).not.toMatch(/NaN|undefined/);
        }
        // Every value that was sent and not received is still on the shelf.
        const sent =
          trace.events.filter((e) => e.verb === 'send').length -
          trace.events.filter((e) => e.verb === 'receive' && e.value !== undefined).length;
        const last = layout(trace, { axis: 'across' }).shelves[0]?.slots.at(-1);
        if (last && !trace.events.some((e) => e.partner !== undefined && e.verb !== 'go')) expect(last.filled, toText(trace)).toBe(sent);
      }
    });
  }

  it('TR38 count a value that was sent by a task whose next wait wakes somebody in the same step', () => {
    // washer's send fills a slot of the basket, and its coming back for more lets the guest, who waits to send, go on.
    const laundry =
      "const door = chan<number>(), basket = chan<number>(5); go('washer', async () => { for await (const shirt of door) await basket.send(shirt); }); for (let i = 0; i < 3; i++) await door.send(i); await door.send(9);";
    for (let seed = 0; seed < 25; seed++) {
      const trace = run(laundry, seed);
      const basket = trace.resources.find((r) => r.capacity === 5)!;
      const sent = trace.events.filter((e) => e.verb === 'send' && e.resource === basket.id).length;
      const last = layout(trace, { axis: 'across' }).shelves[0]?.slots.at(-1);
      expect(last?.filled ?? 0, toText(trace)).toBe(sent);
    }
  });
});
