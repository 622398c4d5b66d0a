import { describe, expect, it } from 'vitest';
import { inGo, run } from '#engine/testing';
import { duration, list, listFew, stepsOfLine } from './lookup.ts';

describe('the code and its steps', () => {
  it('TR72 finds every step that ran a line, and none for a line that did nothing', () => {
    const trace = run(inGo("for (let i = 0; i < 3; i++) {\n  console.log(i);\n}"));
    const verbs = [...stepsOfLine(trace, 3)].map((step) => trace.events[step - 1]!.verb);
    expect(verbs).toEqual(['print', 'print', 'print']);
    expect(stepsOfLine(trace, 4).size).toBe(0);
    expect(stepsOfLine(trace, undefined).size).toBe(0);
    expect(stepsOfLine(trace, 3, 'other.ts').size).toBe(0);
    const elsewhere = { ...trace, events: trace.events.map((event) => ({ ...event, ...(event.place && { place: { ...event.place, file: 'other.ts' } }) })) };
    expect([stepsOfLine(elsewhere, 3).size, stepsOfLine(elsewhere, 3, 'other.ts').size]).toEqual([0, 3]);
  });
});

describe('lists in words', () => {
  it('TR59 a long list is cut short, and says by how much', () => {
    expect([list([]), list([4]), list([4, 6]), list([4, 6, 7])]).toEqual(['', '4', '4 and 6', '4, 6 and 7']);
    expect(listFew([1, 2, 3, 4, 5, 6])).toBe('1, 2, 3, 4, 5 and 6');
    expect(listFew(Array.from({ length: 3_995 }, (_, i) => i + 1))).toBe('1, 2, 3, 4, 5 and 3,990 more');
  });
});

describe('virtual time', () => {
  it('TR74 is said in milliseconds below a second, and in seconds from there on', () => {
    expect([0.25, 999, 1_000, 1_500, 16_321, 7_200_000].map(duration)).toEqual(['0.25 ms', '999 ms', '1 s', '1.5 s', '16.321 s', '7200 s']);
  });
});
