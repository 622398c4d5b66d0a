import { describe, expect, it } from 'vitest';
import { randomFrom } from '#base';
import { HappensBefore } from './happens-before.ts';
import { StepSet } from './step-set.ts';

describe('what happens before what', () => {
  it.each([[20, 3], [33, 2], [150, 4], [400, 1]])('is told of %i steps, of which each depends on up to %i before it, as sets of numbers tell it', (length, most) => {
    const random = randomFrom(length);
    const order = new HappensBefore();
    const past = new StepSet();
    const known: Set<number>[] = [];
    for (let step = 0; step < length; step++) {
      const all = new Set<number>([step]);
      past.clear(step);
      for (let i = 0; step > 0 && i < most; i++) {
        const earlier = Math.floor(random() * step);
        order.joinInto(past, earlier);
        for (const one of known[earlier] as Set<number>) all.add(one);
      }
      order.write(step, past);
      known.push(all);
    }
    for (let step = 0; step < length; step++) for (let earlier = 0; earlier < length; earlier++) expect(order.knows(step, earlier)).toBe((known[step] as Set<number>).has(earlier));
    for (let i = 0; i < 500; i++) {
      const from = Math.floor(random() * length);
      const set = new StepSet().clear(length);
      const steps = Array.from({ length: 3 }, () => from + Math.floor(random() * (length - from)));
      for (const one of steps) set.add(one);
      const step = from + Math.floor(random() * (length - from));
      expect(order.knowsAny(step, set, from)).toBe(steps.some((one) => (known[step] as Set<number>).has(one)));
    }
  });

  it('forgets what a step depended on when the step is written again', () => {
    const order = new HappensBefore();
    const past = new StepSet();
    order.write(0, past.clear(0));
    past.clear(1);
    order.joinInto(past, 0);
    order.write(1, past);
    expect(order.knows(1, 0)).toBe(true);
    order.write(1, past.clear(1));
    expect(order.knows(1, 0)).toBe(false);
    expect(order.knows(1, 1)).toBe(true);
  });
});
