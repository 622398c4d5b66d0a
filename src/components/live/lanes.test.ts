import { describe, expect, it } from 'vitest';
import type { Trace } from '#trace';
import { instead } from './lanes.ts';

const event = (step: number, task: number, point = true, verb = 'read') => ({
  step,
  task,
  time: 0,
  verb,
  point,
  causes: [],
  changes: [],
  races: [],
  others: [],
  forced: false,
});
const trace: Trace = {
  version: 1,
  mode: 'preemptive',
  resources: [],
  end: { kind: 'ok' },
  leaks: [],
  output: [],
  schedule: 'main*2 a a/1 main b',
  tasks: [
    { id: 0, name: 'main', kind: 'main' },
    { id: 1, name: 'a', kind: 'goroutine' },
    { id: 2, name: 'b', kind: 'goroutine' },
  ],
  // Step 3 followed within main's own turn: nobody chose there. Only main's start is an event.
  events: [event(1, 0, true, 'start'), event(2, 0), event(3, 0, false), event(4, 1), event(5, 0), event(6, 2)],
};

describe('taking the place of the scheduler', () => {
  it('keeps the choices before the step and makes the new one', () => {
    expect(instead(trace, 5, 2)).toBe('main*2 a a/1 b');
    expect(instead(trace, 2, 1)).toBe('main a');
    expect(instead(trace, 1, 1)).toBe('a');
  });

  it('reads the choices from the events where the schedule leaves them out', () => {
    expect(instead({ ...trace, schedule: 'main' }, 6, 0)).toBe('main*2 a*2 main*2');
    expect(instead({ ...trace, schedule: '' }, 5, 2)).toBe('main*2 a*2 b');
  });
});
