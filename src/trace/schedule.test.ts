import { describe, expect, it } from 'vitest';
import { formatSchedule, parseSchedule } from './index.ts';

describe('schedule strings', () => {
  it('TR20 are tasks with counts and alternatives', () => {
    expect(parseSchedule(' main*3 a\n b*2  worker/1 x*2/0')).toEqual([
      { task: 'main', count: 3 },
      { task: 'a', count: 1 },
      { task: 'b', count: 2 },
      { task: 'worker', count: 1, alternative: 1 },
      { task: 'x', count: 2, alternative: 0 },
    ]);
    expect(parseSchedule('')).toEqual([]);
  });

  it('TR21 come out as short as they can be', () => {
    expect(
      formatSchedule([
        { task: 'main' },
        { task: 'main', count: 2 },
        { task: 'a', alternative: 1 },
        { task: 'a', alternative: 1 },
        { task: 'a' },
      ]),
    ).toBe('main*3 a*2/1 a');
    for (const text of ['main*3 a b*2 worker/1', 'Thread-1*2/0 main', '']) expect(formatSchedule(parseSchedule(text))).toBe(text);
  });

  it('TR22 are refused with the position of the word', () => {
    const refusal = (text: string): string => {
      try {
        return JSON.stringify(parseSchedule(text));
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(['main a*0', 'a**2', '*3', 'a/x', 'a*99999999'].map(refusal)).toMatchInlineSnapshot(`
      [
        "schedule word 2 ("a*0") must have a count from 1 to 1000000",
        "schedule word 1 ("a**2") is not a task, task*count or task*count/alternative",
        "schedule word 1 ("*3") is not a task, task*count or task*count/alternative",
        "schedule word 1 ("a/x") is not a task, task*count or task*count/alternative",
        "schedule word 1 ("a*99999999") must have a count from 1 to 1000000",
      ]
    `);
  });
});
