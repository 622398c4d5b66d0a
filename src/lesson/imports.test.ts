import { describe, expect, it } from 'vitest';
import { importsOf } from './index.ts';

describe('what a program imports of the library', () => {
  it('is told by module and name, each once', () => {
    expect(importsOf("import { chan, type Chan, go as start } from 'happens-before/go';\nimport { Lock } from 'happens-before/threading';\nchan(); chan();")).toEqual(['go/chan', 'go/Chan', 'go/go', 'threading/Lock']);
  });

  it('names what is used of a namespace, under whatever name', () => {
    expect(importsOf("import { atomic as a } from 'happens-before/go';\nconst n = new a.Int32();\nb.a.Bool();")).toEqual(['go/atomic', 'go/atomic.Int32']);
  });

  it('leaves out what is not of the library', () => {
    expect(importsOf("import { x } from './x.ts';\n// import { chan } from 'happens-before/go'\n")).toEqual([]);
  });
});
