import { explore, inGo, possible, prints, run } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const two = (body: string): string => inGo(`
let runs = 0;
const group = new singleflight.Group<number>();
const fetchOne = async () => { const n = ++runs; await sleep(1); return n; };
const wg = new WaitGroup();
${body}
await wg.wait();
console.log('runs', runs);
`);

describe('singleflight', () => {
  it('SF1 those who ask for a key at the same time share one run, those who come later do not', () => {
    expect(possible(two("const told = [false, false];\nfor (const i of [0, 1]) wg.go(async () => { told[i] = (await group.do('k', fetchOne))[1]; });\nawait wg.wait();\nconsole.log(told);"))).toEqual(['ok: [false, false], runs 2', 'ok: [true, true], runs 1']);
    expect(prints(two("wg.go(async () => { console.log(await group.do('k', fetchOne)); });\nwg.go(async () => { console.log(await group.do('k', fetchOne)); });"))).toEqual(['[1, true]', '[1, true]', 'runs 1']);
    expect(prints(two("console.log(await group.do('k', fetchOne), await group.do('k', fetchOne));"))).toEqual(['[1, false] [2, false]', 'runs 2']);
  });

  it('SF1 the end of a run is not the end of the task that leads it', () => {
    const { events } = run(two("for (const name of ['a', 'b']) go(name, async () => { wg.add(1); await group.do('k', fetchOne); console.log(name); wg.done(); });\nawait sleep(2);"));
    expect(events.map(({ verb }) => verb)).toContain('land');
    for (const { task, step } of events.filter(({ verb }) => verb === 'end')) expect(events.filter((e) => e.task === task && e.step > step)).toEqual([]);
  });

  it('SF2 other keys are other calls', () => {
    expect(possible(two("for (const name of ['a', 'b']) wg.go(async () => { await group.do(name, async () => 1); });\nruns = 0;"))).toEqual(['ok: runs 0']);
    expect(prints(two("for (const name of ['a', 'b']) wg.go(async () => { await group.do(name, fetchOne); });"))).toEqual(['runs 2']);
  });

  it('SF3 an error goes to all who share it', () => {
    expect(prints(inGo("const group = new singleflight.Group();\nconst fail = async () => { await sleep(1); throw new Error('down'); };\nconst wg = new WaitGroup();\nfor (const name of ['a', 'b']) wg.go(async () => { try { await group.do('k', fail); } catch (error) { console.log(name, error.message); } });\nawait wg.wait();"))).toEqual(['a down', 'b down']);
  });

  it('SF4 forget lets the next caller begin anew', () => {
    expect(prints(two("wg.go(() => group.do('k', fetchOne));\nwg.go(async () => { group.forget('k'); await group.do('k', fetchOne); });"))).toEqual(['runs 2']);
  });

  it('SF5 doChan gives a channel that receives the result', () => {
    expect(prints(two("const [a, b] = [group.doChan('k', fetchOne), group.doChan('k', fetchOne)];\nconst x = await a.receive();\nconst y = await b.receive();\nconsole.log(x?.value, x?.shared, y?.value, y?.error);"))).toEqual(['1 true 1 undefined', 'runs 1']);
    expect(prints(inGo("const group = new singleflight.Group();\nconst result = await group.doChan('k', () => { throw new Error('down'); }).receive();\nconsole.log(result?.value, (result?.error as Error).message, result?.shared);"))).toEqual(['undefined down false']);
  });

  it('SF6 who joins waits for the leader, and knows what it did', () => {
    expect(run(inGo("const group = new singleflight.Group();\ngo('second', async () => { await group.do('k', () => {}); });\nawait group.do('k', async () => { await chan().receive(); });")).end).toMatchObject({ kind: 'deadlock', waiting: [{ reason: 'chan receive' }, { reason: 'sync.WaitGroup.Wait', heldBy: 0 }] });
    expect(explore(inGo("const group = new singleflight.Group<{ n: number }>();\nfor (const name of ['a', 'b']) go(name, async () => { const [page] = await group.do('k', async () => ({ n: 1 })); if (page.n > 1) panic('x'); });\nawait sleep(1);")).races).toEqual([]);
  });

  it('SF6 what is shared is one object: to change it is a race', () => {
    expect(explore(inGo("const group = new singleflight.Group<{ n: number }>();\nfor (const name of ['a', 'b']) go(name, async () => { const [page] = await group.do('k', async () => { await sleep(1); return { n: 1 }; }); page.n = 2; });\nawait sleep(2);")).races.length).toBe(1);
  });

  it('SF7 takes a function', () => {
    expect(prints(inGo("await new singleflight.Group().do('k', 1 as any);"))).toEqual([expect.stringContaining('singleflight: do takes a function, not 1')]);
    expect(prints(inGo("new singleflight.Group().doChan('k', 1 as any);"))).toEqual([expect.stringContaining('singleflight: doChan takes a function, not 1')]);
  });
});
