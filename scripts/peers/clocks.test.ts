import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JumpingClock, RealTimers, TimedOut } from './clocks.ts';

describe('a clock that jumps', () => {
  it('lets timers go off in the order of their times, and those of one time together', async () => {
    const clock = new JumpingClock();
    const seen: string[] = [];
    clock.set(20, () => seen.push(`late at ${clock.now()}`));
    clock.set(10, () => seen.push(`first at ${clock.now()}`));
    clock.set(10, () => seen.push(`second at ${clock.now()}`));
    expect(await clock.moveOn()).toBe(true);
    expect(seen).toEqual(['first at 10', 'second at 10']);
    await clock.moveOn();
    expect(seen.at(-1)).toBe('late at 20');
    expect(await clock.moveOn()).toBe(false);
  });

  it('says whether a timer was cancelled in time', async () => {
    const clock = new JumpingClock();
    const alarm = clock.set(1, () => {});
    expect(alarm.cancel()).toBe(true);
    expect(alarm.cancel()).toBe(false);
    expect(await clock.moveOn()).toBe(false);
  });
});

describe('real timers', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('come back when the next has gone off', async () => {
    const clock = new RealTimers();
    let seen = false;
    clock.set(10, () => { seen = true; });
    const moved = clock.moveOn();
    await vi.advanceTimersByTimeAsync(9);
    expect(seen).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await moved).toBe(true);
    expect(seen).toBe(true);
  });

  it('are not waited for if they come too late for any test', async () => {
    const clock = new RealTimers();
    clock.set(60_000, () => {});
    await expect(clock.moveOn()).rejects.toThrow(TimedOut);
    clock.stop();
    expect(await clock.moveOn()).toBe(false);
  });
});
