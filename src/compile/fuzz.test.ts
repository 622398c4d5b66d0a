import { expect, test } from 'vitest';
import { compileOne, runJavaScript, runLowered } from './testing/compare.ts';
import { randomClosures } from './testing/random-closures.ts';
import { randomProgram } from './testing/random-program.ts';

/** Compares some programs; how many there were to compare. */
async function compare(make: (seed: number) => string, first: number, count: number): Promise<number> {
  let compared = 0;
  for (let seed = first; seed < first + count; seed++) {
    const program = make(seed);
    const expected = await runJavaScript(program);
    if (expected[0] === 'uncaught SyntaxError') continue;
    compared++;
    expect(await runLowered(program), `seed ${seed}\n${program}\n${compileOne(program)}`).toEqual([expected, expected, expected]);
  }
  return compared;
}

test.each(Array.from({ length: 10 }, (_, i) => i * 40))('CO1 random programs from seed %i on', async (first) => {
  expect(await compare(randomProgram, first, 40)).toBe(40);
});

test.each(Array.from({ length: 5 }, (_, i) => i * 80))('CO83 random closures from seed %i on', async (first) => {
  expect(await compare(randomClosures, first, 80)).toBeGreaterThan(70);
});
