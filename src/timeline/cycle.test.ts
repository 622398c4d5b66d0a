import { inGo, run } from '#engine/testing';
import { describe, expect, it } from 'vitest';
import { taskName } from '#trace';
import { cycleSentence, layoutCycle, waitCycle } from './cycle.ts';
import { renderStill } from './index.ts';
import { leak, lostUpdate, stuckAmongBusy } from './testing/index.ts';

const philosophers = run(
  inGo(`
const forks = [new Mutex(), new Mutex(), new Mutex()], wg = new WaitGroup();
wg.add(3);
for (let i = 0; i < 3; i++) go('p' + i, async () => { await forks[i].lock(); await sleep(1); await forks[(i + 1) % 3].lock(); wg.done(); });
await wg.wait();
`),
);
const own = run(inGo('const m = new Mutex(); await m.lock(); await m.lock();'));

describe('a deadlock', () => {
  it('TR68 is a circle in which each waits for what the next one holds', () => {
    const circle = waitCycle(philosophers);
    expect(circle).toHaveLength(3);
    circle.forEach((each, i) => expect(each.heldBy).toBe(circle[(i + 1) % 3]!.task));
    for (const axis of ['across', 'down'] as const) {
      const scene = layoutCycle(philosophers, axis)!;
      expect(scene.boxes.map((b) => b.task)).toEqual(circle.map((w) => w.task));
      expect(scene.arrows.map((a) => [a.from, a.to])).toEqual(circle.map((w) => [w.task, w.heldBy]));
      expect(JSON.stringify(scene)).not.toMatch(/NaN|null|undefined/);
      const right = Math.max(...scene.boxes.map((b) => b.rect.x + b.rect.w), ...scene.arrows.map((a) => a.label.box.x + a.label.box.w));
      expect(right).toBeLessThanOrEqual(scene.width);
    }
  });

  it('TR68 is said in a sentence, and leaves out who is not in the circle', () => {
    expect(cycleSentence(stuckAmongBusy)).toBe('left waits to lock b, which right holds; right waits to lock a, which left holds.');
    expect(renderStill(stuckAmongBusy)).toContain('left waits to lock b, which right holds');
  });

  it('TR68 of one task with itself is a circle too', () => {
    expect(waitCycle(own).map((w) => taskName(own, w.task))).toEqual(['main']);
    expect(cycleSentence(own)).toMatch(/^main waits to lock .+, which it holds itself\.$/);
    expect(layoutCycle(own, 'across')!.arrows).toHaveLength(1);
  });

  it('TR68 without holders, and other failures, have no circle', () => {
    const forlorn = run(inGo('const c = chan(); await c.receive();'));
    for (const trace of [forlorn, leak, lostUpdate]) {
      expect(layoutCycle(trace, 'across')).toBeUndefined();
      expect(renderStill(trace)).not.toContain('class="cycle"');
    }
  });
});
