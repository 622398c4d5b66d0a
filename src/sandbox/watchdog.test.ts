import { describe, expect, it } from 'vitest';
import { startWatchdog, type Alarm } from './watchdog.ts';

/** A clock that a test moves by hand, and what the dog did. */
function setUp() {
  const alarms: Alarm[] = [];
  let now = 0;
  let tick: (() => void) | undefined;
  let pings = 0;
  const clock = { now: () => now, every: (_: number, run: () => void) => ((tick = run), () => (tick = undefined)) };
  const dog = startWatchdog(
    { limit: 10_000, silence: 3_000 },
    () => pings++,
    (alarm) => alarms.push(alarm),
    clock,
  );
  const pass = (ms: number, each: () => void = () => {}): void => {
    for (let passed = 0; passed < ms; passed += 250) {
      now += 250;
      each();
      tick?.();
    }
  };
  return { dog, alarms, pass, jump: (ms: number) => ((now += ms), tick?.()), pings: () => pings };
}

describe('the watchdog', () => {
  it('ends a job that says nothing', () => {
    const { dog, alarms, pass } = setUp();
    pass(2_900, dog.ponged);
    expect(alarms).toEqual([]);
    pass(500, dog.ponged);
    expect(alarms).toEqual(['went-silent']);
  });

  it('ends a job that talks for too long', () => {
    const { dog, alarms, pass } = setUp();
    pass(11_000, () => (dog.ponged(), dog.heard()));
    expect(alarms).toEqual(['took-too-long']);
  });

  it('notices that the frame is gone before it notices the silence', () => {
    const { alarms, pass } = setUp();
    pass(3_000);
    expect(alarms).toEqual(['frame-gone']);
  });

  it('does not count the time in which the page slept', () => {
    const { dog, alarms, pass, jump } = setUp();
    pass(1_000, dog.ponged);
    jump(60_000);
    expect(alarms).toEqual([]);
    pass(1_500, dog.ponged);
    expect(alarms).toEqual([]);
  });

  it('says nothing after it was stopped, and nothing twice', () => {
    const first = setUp();
    first.dog.stop();
    first.pass(20_000);
    expect(first.alarms).toEqual([]);
    const second = setUp();
    second.pass(20_000);
    expect(second.alarms).toHaveLength(1);
  });
});
