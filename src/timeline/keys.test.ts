import { describe, expect, it } from 'vitest';
import { actionOf, stepAfter, type Action } from './keys.ts';
import { fixtures, lostUpdate } from './testing/index.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});
const moves: readonly Action[] = [
  'back',
  'on',
  'own-back',
  'own-on',
  'lane-up',
  'lane-down',
  'first',
  'last',
  'ten-back',
  'ten-on',
  'choice-back',
  'choice-on',
  'trouble',
];

describe('keys', () => {
  it('TR50 lead to a step of the run or nowhere', () => {
    for (const { trace } of fixtures)
      for (let at = 0; at <= trace.events.length; at++)
        for (const move of moves) {
          const step = stepAfter(move, trace, at);
          if (step === undefined) continue;
          expect(step).toBeGreaterThanOrEqual(1);
          expect(step).toBeLessThanOrEqual(trace.events.length);
        }
  });

  it('TR50 go along a task, to the next lane, to choices and to trouble', () => {
    expect(stepAfter('own-on', lostUpdate, 4)).toBe(6);
    expect(stepAfter('lane-down', lostUpdate, 4)).toBe(5);
    expect(stepAfter('lane-up', lostUpdate, 4)).toBe(3);
    expect(stepAfter('choice-on', lostUpdate, 9)).toBe(11);
    expect(stepAfter('trouble', lostUpdate, 7)).toBe(4);
  });

  it('TR51 leave the browser its own', () => {
    expect(actionOf(key('ArrowLeft'))).toBe('back');
    expect(actionOf(key('ArrowLeft', { shiftKey: true }))).toBe('own-back');
    expect(actionOf(key('R'))).toBe('trouble');
    expect(actionOf(key('r', { ctrlKey: true }))).toBeUndefined();
    expect(actionOf(key('constructor'))).toBeUndefined();
  });
});
