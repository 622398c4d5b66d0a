import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleEngine } from './bundle.ts';
import { runInNode, type NodeOptions } from './node.ts';

const engine = bundleEngine({ engine: fileURLToPath(new URL('./testing/fake-engine.ts', import.meta.url)) });
const run = (program: string, options: NodeOptions = {}) =>
  runInNode({ kind: 'run', program: { files: { 'main.ts': program }, entry: 'main.ts' } }, { engine, timeoutMs: 1_000, ...options });

describe('the sandbox in Node', () => {
  it('runs a program', async () => {
    expect(await run(`console.log('hello');`)).toMatchObject({ kind: 'ran', trace: { output: ['hello'] } });
  });

  it('ends an endless regular expression', async () => {
    expect(await run(`/^(a+)+$/.test('a'.repeat(60) + 'b')`)).toMatchObject({
      kind: 'stopped',
      title: 'stopped: no step came to its end for 1 s',
    });
  });

  it('survives a program that takes all memory', async () => {
    const bomb = `const all = []; for (;;) all.push(new Array(100_000).fill(all));`;
    expect(await run(bomb, { timeoutMs: 20_000 })).toMatchObject({
      kind: 'stopped',
      title: 'stopped: the program used up the memory',
    });
  });

  it('survives a built-in that finds no memory, where V8 ends the process', async () => {
    expect(await run(`'x'.repeat(2 ** 28).split('').map((x) => x + 'y').join('');`, { timeoutMs: 30_000 })).toMatchObject({
      kind: 'stopped',
      title: 'stopped: the program used up the memory',
    });
    expect(await run(`console.log('next');`)).toMatchObject({ kind: 'ran', trace: { output: ['next'] } });
  });

  it('gives a thrown value that is no error its words', async () => {
    expect(await run('throw 42')).toMatchObject({ kind: 'ran', trace: { end: { kind: 'error', message: 'threw 42' } } });
  });

  it('has nothing of Node in it', async () => {
    const names = `console.log(Function('return [typeof process, typeof require, typeof Buffer, typeof fetch, typeof setTimeout].join()')())`;
    expect(await run(names)).toMatchObject({ trace: { output: ['undefined,undefined,undefined,undefined,undefined'] } });
  });

  it('lets programs set the names that built-in prototypes have', async () => {
    const program = `
      class Missing extends Error { constructor() { super('gone'); this.name = 'Missing'; } }
      const shown = {}; shown.toString = () => 'shown';
      function Old() {} Old.prototype = Object.create(Object.prototype); Old.prototype.constructor = Old;
      const error = new Error(); error.message = 'late';
      console.log(new Missing(), shown, new Old().constructor === Old, error.message);`;
    expect(await run(program)).toMatchObject({ trace: { output: ['Missing: gone shown true late'] } });
  });

  it('tells a program that replaces a built-in that it cannot', async () => {
    const reply = await run(`Array.prototype.push = () => 0;`);
    expect(reply).toMatchObject({ trace: { end: { kind: 'error', message: expect.stringContaining('TypeError') } } });
  });

  it('cuts a flood of lines', async () => {
    const reply = await run(`for (let i = 0; i < 900; i++) console.log(i);`);
    expect(reply).toMatchObject({ kind: 'ran' });
    if (reply.kind === 'ran') expect(reply.trace.output.at(-1)).toBe('… output cut after 500 lines');
  });
});
