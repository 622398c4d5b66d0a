import { describe, expect, it } from 'vitest';
import { randomFrom } from '#base';
import { Clock } from './clock.ts';

/** The same with a plain map. */
class Model {
  readonly clock: Clock;
  readonly epochs: ReadonlyMap<number, number>;

  constructor(clock = Clock.ZERO, epochs: ReadonlyMap<number, number> = new Map()) {
    this.clock = clock;
    this.epochs = epochs;
  }

  with(task: number, epoch: number): Model {
    return new Model(this.clock.with(task, epoch), this.#joined([[task, epoch]]));
  }

  join(other: Model): Model {
    return new Model(this.clock.join(other.clock), this.#joined(other.epochs));
  }

  #joined(others: Iterable<readonly [number, number]>): Map<number, number> {
    const joined = new Map(this.epochs);
    for (const [task, epoch] of others) joined.set(task, Math.max(epoch, joined.get(task) ?? 0));
    return joined;
  }
}

describe('a clock', () => {
  it.each([10, 17, 300, 100_000])('knows what a map of epochs knows, of %i tasks', (tasks) => {
    const random = randomFrom(tasks);
    const below = (n: number): number => Math.floor(random() * n);
    const made = [new Model()];
    for (let i = 0; i < 600; i++) {
      const one = made[below(made.length)] as Model;
      made.push(random() < 0.7 ? one.with(below(tasks), 1 + below(20)) : one.join(made[below(made.length)] as Model));
    }
    for (const { clock, epochs } of made) {
      for (const [task, epoch] of epochs) expect(clock.of(task)).toBe(epoch);
      for (let i = 0; i < 20; i++) {
        const task = below(2 * tasks);
        expect(clock.of(task)).toBe(epochs.get(task) ?? 0);
      }
    }
  });

  it('is itself when nothing is added', () => {
    const clock = Clock.ZERO.with(3, 2).with(400, 7);
    expect(clock.with(400, 5)).toBe(clock);
    expect(clock.join(Clock.ZERO.with(3, 1))).toBe(clock);
    expect(Clock.ZERO.join(clock)).toBe(clock);
  });
});
