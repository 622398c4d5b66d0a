import { describe, expect, it } from 'vitest';
import { compare, rulesIn, testedIn } from './rules.mjs';

describe('rules', () => {
  it('finds the rules of a specification', () => {
    expect(rulesIn('# Tea\n\n- **TE1** Water first.\n- **TE2** Then leaves, **TE1** says.\nTE3 is none.')).toEqual(['TE1', 'TE2']);
  });

  it('finds the ids of tests, in whatever form they are written', () => {
    const text = ["it('TE1 pours', () => {});", "  it.each([[1], ['x']])('TE2 %i', () => {});", '  it.each([', "    ['a', 'TE9 is no name'],", "  ])('TE3 %s', () => {});", 'describe("TE4, TE8: the pot", () => {});', '// ---- TE6 a program', 'test(`TE5 holds`, () => {});', "expect('TE9').toBe('TE9');"].join('\n');
    expect(testedIn(text)).toEqual(['TE1', 'TE2', 'TE3', 'TE4', 'TE8', 'TE6', 'TE5']);
  });

  it('complains about what has no counterpart', () => {
    expect(compare([{ id: 'TE1', file: 'tea.md' }, { id: 'TE2', file: 'tea.md' }, { id: 'TE1', file: 'pot.md' }], [{ id: 'TE1', file: 'tea.test.ts' }, { id: 'TE7', file: 'tea.test.ts' }])).toEqual(['tea.md: TE2 has no test', 'pot.md: TE1 is a rule of tea.md too', 'tea.test.ts: there is no rule TE7']);
  });
});
