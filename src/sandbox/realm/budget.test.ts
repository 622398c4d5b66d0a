import { describe, expect, it } from 'vitest';
import type { Reply } from '#engine';
import { defaultLimits } from '../protocol.ts';
import { cutNotice, withinBudget } from './budget.ts';

const limits = { ...defaultLimits, lines: 3, characters: 100 };

function collect(replies: readonly (readonly string[])[], given = limits): readonly string[] {
  const lines: string[] = [];
  const emit = withinBudget(given, (reply: Reply) => reply.kind === 'output' && lines.push(...reply.lines));
  for (const each of replies) emit({ kind: 'output', lines: each });
  return lines;
}

describe('the budget for output', () => {
  it('lets through what fits', () => {
    expect(collect([['a', 'b'], ['c']])).toEqual(['a', 'b', 'c']);
  });

  it('cuts after so many lines, over all replies, and says so once', () => {
    expect(collect([['a', 'b'], ['c', 'd'], ['e'], ['f']])).toEqual(['a', 'b', 'c', cutNotice(3)]);
  });

  it('cuts a line that is too long', () => {
    const [first, notice] = collect([['x'.repeat(1_000), 'y']]);
    expect(first).toHaveLength(101);
    expect(notice).toBe(cutNotice(1));
  });
});
