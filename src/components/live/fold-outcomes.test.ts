import type { Outcome } from '#explore';
import { describe, expect, test } from 'vitest';
import { foldOutcomes } from './fold-outcomes.ts';

const outcome = (end: Outcome['end'], i: number): Outcome => ({ end, output: [`${end} ${i}`], count: 1, schedule: `a*${i}` });
const many = (end: Outcome['end'], count: number): Outcome[] => Array.from({ length: count }, (_, i) => outcome(end, i));
const lines = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ output }) => output.join());

describe('outcomes', () => {
  test('VE21 a dozen are shown as they were found', () => {
    const found = [...many('ok', 8), ...many('deadlock', 4)];
    expect(foldOutcomes(found)).toEqual({ shown: found, folded: [] });
  });

  test('VE21 of more, eight are shown: one of each end, then what fails, each in the order in which it was found', () => {
    const { shown, folded } = foldOutcomes([...many('ok', 20), ...many('deadlock', 3), ...many('panic', 2)]);
    expect(lines(shown)).toEqual(['ok 0', 'deadlock 0', 'panic 0', 'deadlock 1', 'deadlock 2', 'panic 1', 'ok 1', 'ok 2']);
    expect(lines(folded)).toEqual(many('ok', 20).slice(3).map(({ output }) => output.join()));
  });
});
