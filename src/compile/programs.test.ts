import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileOne, runLowered, runOriginal } from './testing/compare.ts';

const folder = new URL('./testing/programs/', import.meta.url);

/** Words of the code that are ours, not the program's. */
const ours = /^(?:async|await|catch|throw|finally|const|void|undefined|false|true|return|function|yield|static|prototype|arguments|apply|call|this|super|typeof|string|number|object|type|case|switch|while|for|let|null|new|method|done|value|extends|class)$/;

/** Words that stand once in the program and are found in the code, but not on the same line. */
function strayWords(program: string, code: string): readonly string[] {
  const sourceLines = program.split('\n');
  const codeLines = code.split('\n').slice(1);
  const all: readonly string[] = program.match(/[A-Za-z_]\w{2,}/g) ?? [];
  const engine = new Set([...code.matchAll(/\$\.(\w+)/g)].map(([, verb]) => verb));
  const once = all.filter((word) => all.indexOf(word) === all.lastIndexOf(word) && !ours.test(word) && !engine.has(word));
  return once.filter((word) => {
    const is = new RegExp(`\\b${word}\\b`);
    const line = sourceLines.findIndex((text) => is.test(text));
    return codeLines.some((text) => is.test(text)) && !is.test(codeLines[line] ?? '');
  });
}

for (const name of readdirSync(folder)) {
  const source = readFileSync(new URL(name, folder), 'utf8');
  describe(name, () => {
    // A file holds programs separated by lines `// ---- rule title`.
    for (const [, title = '', program = ''] of source.matchAll(/^\/\/ ---- (.*)\n([\s\S]*?)(?=^\/\/ ---- |(?![\s\S]))/gm)) {
      test(title, async () => {
        const expected = await runOriginal(program);
        const code = compileOne(program);
        expect(await runLowered(program), code).toEqual([expected, expected, expected]);
        expect(expected.length, 'the program prints something').toBeGreaterThan(0);
      });
      test(`CO85 with marks, ${title}`, async () => {
        const code = compileOne(program, true);
        expect(await runLowered(program, 1, true), code).toEqual([await runOriginal(program)]);
        expect(code.split('\n').length, code).toBe(compileOne(program).split('\n').length);
      });
      test(`CO2 lines of ${title}`, () => {
        const code = compileOne(program);
        expect(code.split('\n').length - 1).toBe(program.split('\n').length);
        expect(strayWords(program, code)).toEqual([]);
      });
    }
  });
}
