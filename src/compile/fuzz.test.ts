import { expect, test } from 'vitest';
import { compileOne, runJavaScript, runLowered } from './testing/compare.ts';
import { randomProgram } from './testing/random-program.ts';

test.each(Array.from({ length: 10 }, (_, i) => i * 40))('CO1 random programs from seed %i on', async (first) => {
  for (let seed = first; seed < first + 40; seed++) {
    const program = randomProgram(seed);
    const expected = await runJavaScript(program);
    expect(await runLowered(program), `seed ${seed}\n${program}\n${compileOne(program)}`).toEqual(expected);
  }
});
