import { readFileSync, globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { piecesOf, toLineEnd } from './pieces.ts';

const starter = `import { go } from 'happens-before/go';

export function boil() {
  go(cup);
}
`;
const solution = `import { go } from 'happens-before/go';

export async function boil() {
  await cup(); // once
  say('it is done');
}
`;

describe('a solution in pieces', () => {
  it('HE3 begins with the line that differs', () => {
    const { given, pieces } = piecesOf(solution, starter);
    expect(given).toBe("import { go } from 'happens-before/go';\n");
    expect(pieces.slice(0, 4)).toEqual(['\nexport', ' async', ' function', ' boil']);
  });

  it('HE3 keeps a string or a comment in one piece', () => {
    const { pieces } = piecesOf(solution, starter);
    expect(pieces).toContain("'it is done'");
    expect(pieces).toContain(' // once');
  });

  it('HE3 goes to the end of the line', () => {
    const whole = piecesOf(solution, starter);
    const shown = toLineEnd(whole, 0);
    expect(whole.given + whole.pieces.slice(0, shown).join('')).toMatch(/export async function boil\(\) \{$/);
    expect(toLineEnd(whole, whole.pieces.length - 1)).toBe(whole.pieces.length);
  });

  it.each(globSync('content/lessons/*/*/exercises/*/solution.ts'))('HE3 is the whole of %s', (file) => {
    const text = readFileSync(file, 'utf8');
    const { given, pieces } = piecesOf(text, readFileSync(file.replace('solution', 'starter'), 'utf8'));
    expect(given + pieces.join('')).toBe(text.trimEnd());
    expect(pieces.length).toBeGreaterThan(3);
  });
});
