import { describe, expect, test } from 'vitest';
import { unpackPlace } from '#kernel';
import { compileOne } from './testing/compare.ts';
import { makeDriver } from './testing/driver.ts';

/** Where a program is, mark by mark, on the test driver: `2:7` is line and column. */
async function marks(source: string): Promise<string> {
  const places: string[] = [];
  const driver = makeDriver(() => undefined);
  const at = (pos: number): readonly never[] => {
    const { line, column } = unpackPlace(pos);
    places.push(`${line}:${column}`);
    return [];
  };
  new Function('$', compileOne(source, true))({ ...driver.$, at });
  await driver.finished();
  return places.join(' ');
}

describe('code with marks', () => {
  test('CO86 there are none but where they are asked for', () => {
    const source = 'const a = [3, 1].map((x) => f(x));\nfunction f(x: number) { return new Array(x); }';
    expect(compileOne(source)).not.toContain('$.at(');
    expect(compileOne(source, true)).toContain('$.at(');
  });

  test('CO86 each statement, in blocks, bodies and cases', async () => {
    expect(await marks('let a = 1;\nif (a) {\n  a = 2;\n}\nswitch (a) {\n  case 2:\n    a = 3;\n    break;\n}')).toBe('1:1 2:1 3:3 5:1 7:5 8:5');
    expect(await marks('for (let i = 0; i < 2; i++) {\n  i;\n}')).toBe('1:1 2:3 2:3');
  });

  test('CO86 each call, by the name that is called, when its arguments are there', async () => {
    expect(await marks('Math.max(\n  Math.abs(1),\n  2,\n);')).toBe('1:1 2:8 1:6');
    expect(await marks("'a b'\n  .split(' ')\n  .map((x) => x.trim())\n  .join();")).toBe('1:1 2:4 3:4 3:4 3:17 3:17 4:4 4:4');
    expect(await marks('if (true)\n  new Array(\n    Number(3));')).toBe('1:1 3:5 2:7');
  });

  test('CO86 a call whose argument was a call of the program is reached again', async () => {
    expect(await marks("const text = () => {\n  return 'aab';\n};\n/^(a+)+$/.test(text());")).toBe('1:1 4:1 4:16 2:3 4:11');
  });

  test('CO86 after a wait and after a point, where others may have gone, it says again where it is', async () => {
    expect(await marks('const f = async () => {\n  await null;\n  return 1;\n};\nString(await f());')).toBe('1:1 5:1 5:14 2:3 3:3 5:1');
    expect(compileOne('let n = 0; const xs: number[] = []; async function f() { xs.fill(n); n = 1; }', true)).toMatch(/\(yield\), \$\.at\(\d+\), xs\.fill\(|\(yield\), \$\.at\(\d+\), \$apply\(/);
  });
});
