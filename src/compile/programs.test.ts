import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileOne, runLowered, runOriginal } from './testing/compare.ts';

const folder = new URL('./testing/programs/', import.meta.url);

describe('CO1 a lowered program does what the original does', () => {
  for (const name of readdirSync(folder)) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    // A file holds programs separated by lines `// ---- title`.
    for (const [, title = '', program = ''] of source.matchAll(/^\/\/ ---- (.*)\n([\s\S]*?)(?=^\/\/ ---- |(?![\s\S]))/gm)) {
      test(`CO1 ${name}: ${title}`, async () => {
        const expected = await runOriginal(program);
        const code = compileOne(program);
        expect(await runLowered(program), code).toEqual(expected);
        expect(expected.length, 'the program prints something').toBeGreaterThan(0);
      });
      test(`CO2 ${name}: ${title} keeps its lines`, () => {
        expect(compileOne(program).split('\n').length - 1).toBe(program.split('\n').length);
      });
    }
  }
});
