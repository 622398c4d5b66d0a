/** The sandbox with the real engine in it: what it answers passes the checks of the door, in a realm that is closed. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '#engine';
import { runInNode } from './node.ts';

const lostUpdate = `import { go, WaitGroup } from 'happens-before/go';
let counter = 0;
const wg = new WaitGroup();
async function add() {
  const seen = counter;
  counter = seen + 1;
  wg.done();
}
wg.add(2);
go('a', add);
go('b', add);
await wg.wait();
console.log(counter);
`;
const program = (source: string) => ({ files: { 'main.ts': source }, entry: 'main.ts' });

describe('the engine in the sandbox', () => {
  it('runs a program', async () => {
    const replies: Reply[] = [];
    const last = await runInNode({ kind: 'run', program: program(lostUpdate) }, { onReply: (reply) => replies.push(reply) });
    expect(last).toMatchObject({ kind: 'ran', trace: { output: ['2'], end: { kind: 'ok' } } });
    expect(replies[0]).toEqual({ kind: 'output', lines: ['2'] });
  });

  it('finds both outcomes of a lost update, and replays the bad one', async () => {
    const reply = await runInNode({ kind: 'explore', program: program(lostUpdate) });
    if (reply.kind !== 'explored') throw new Error(JSON.stringify(reply));
    expect(reply.exploration.complete).toBe(true);
    expect(reply.exploration.outcomes.map((outcome) => outcome.output.join()).sort()).toEqual(['1', '2']);
    const { schedule } = reply.exploration.outcomes.find((outcome) => outcome.output[0] === '1')!;
    expect(await runInNode({ kind: 'run', program: program(lostUpdate), schedule })).toMatchObject({
      kind: 'ran',
      trace: { output: ['1'] },
    });
  });

  it('says where a program does not compile', async () => {
    expect(await runInNode({ kind: 'run', program: program('const a = 1;\nconst b = ;\n') })).toMatchObject({
      kind: 'refused',
      diagnostics: [{ file: 'main.ts', line: 2 }],
    });
  });

  it('says that a schedule no longer fits', async () => {
    const reply = await runInNode({ kind: 'run', program: program('console.log(1);'), schedule: 'main worker' });
    expect(reply).toMatchObject({ kind: 'stopped', title: expect.stringContaining('replay went differently') });
  });

  it('TI13 has the same zone and language as every other place', async () => {
    const reply = await runInNode({ kind: 'run', program: program("console.log(new Date(2026, 0, 1).toLocaleString(), (1234.5).toLocaleString('xx'), new Intl.DateTimeFormat().format(new Date(0)));") });
    expect(reply).toMatchObject({ kind: 'ran', trace: { output: ['1/1/2026, 12:00:00 AM 1,234.5 1/1/1970'] } });
  });

  it('RN26 no program finds the marks of the engine on a lock', async () => {
    const looks = ['Object.getOwnPropertySymbols(mu)', 'Object.getOwnPropertySymbols({ ...mu })', 'Object.getOwnPropertySymbols(Object.getPrototypeOf(mu))', 'Reflect.ownKeys(mu).filter((key) => typeof key === "symbol")', 'Reflect.ownKeys(Object.getOwnPropertyDescriptors(mu)).filter((key) => typeof key === "symbol")'];
    const reply = await runInNode({ kind: 'run', program: program(`import { Mutex } from 'happens-before/go';\nconst mu = new Mutex();\nconst own = Symbol('own');\n${looks.map((look) => `console.log(${look});`).join('\n')}\nconsole.log(Object.getOwnPropertySymbols({ [own]: 1 }), Reflect.ownKeys({ a: 1, [own]: 1 }).length);`) });
    expect(reply).toMatchObject({ kind: 'ran', trace: { output: [...looks.map(() => '[]'), '[Symbol(own)] 2'] } });
  });

  it('lets no program replace a built-in', async () => {
    const reply = await runInNode({ kind: 'run', program: program('// first\nArray.prototype.push = () => 0;') });
    expect(reply).toMatchObject({ kind: 'ran', trace: { end: { kind: 'error', place: { line: 2 } } } });
  });
});
