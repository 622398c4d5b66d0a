import { explore, inGo, outcomes, prints } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const said = (text: string) => prints(inGo(text));

describe('deferred', () => {
  it('DF1 calls what was deferred, the last first, each after the one before has ended', () => {
    expect(said(`
const got = await deferred(async (defer) => {
  for (const name of ['a', 'b']) defer(async () => { await sleep(1); console.log(name); });
  console.log('body');
  return 7;
});
console.log(got);
    `)).toEqual(['body', 'b', 'a', '7']);
  });

  it('DF2 calls it however the body ends', () => {
    const text = inGo(`
const mu = new Mutex();
const use = (fails: boolean) => deferred(async (defer) => {
  await mu.lock();
  defer(() => mu.unlock());
  if (fails) throw new RangeError('spilt');
});
const wg = new WaitGroup();
wg.go(async () => { await use(true).catch(() => {}); });
await use(false);
await wg.wait();
await mu.lock();
console.log('free');
    `);
    expect(explore(text)).toMatchObject({ complete: true, deadlocks: [], outcomes: [{ end: 'ok', output: ['free'] }] });
  });

  it('DF3 keeps the arguments of the moment', () => {
    expect(said('let n = 1;\nawait deferred((defer) => { defer((m: number) => { console.log(m, n); }, n); n = 2; });')).toEqual(['1 2']);
  });

  it('DF4 recover stops a panic and returns its value', () => {
    expect(said(`
const got = await deferred((defer, recover) => {
  defer(() => { console.log(recover()); });
  defer(() => { console.log(recover()); });
  panic('spilt');
});
console.log(got);
    `)).toEqual(['spilt', 'undefined', 'undefined']);
    expect(said("await deferred((defer, recover) => { defer(() => { console.log(String(recover())); }); throw new RangeError('far'); });")).toEqual(['RangeError: far']);
  });

  it('DF5 recover returns nothing where there is nothing to stop', () => {
    expect(said('console.log(await deferred((defer, recover) => { defer(() => { console.log(recover()); }); return recover() ?? 1; }));')).toEqual(['undefined', '1']);
    expect(said("let late: () => unknown = () => 0;\nawait deferred((defer, recover) => { late = recover; panic('a'); }).catch((error: Error) => { console.log(error.message, late()); });")).toEqual(['a undefined']);
  });

  it('DF6 a panic of a deferred call takes the place of the one before', () => {
    expect(outcomes(inGo("await deferred((defer) => {\n  defer(() => { console.log('last'); });\n  defer(() => { panic('second'); });\n  panic('first');\n});"))).toEqual(['1 × panic (second): last']);
  });

  it.each([
    ['deferred(1 as any);', 'deferred takes a function, not 1. Write deferred(async (defer, recover) => { … }), not deferred(work()): the second calls work first.'],
    ['await deferred((defer) => { defer(undefined as any); });', 'defer takes a function, not undefined. Write defer(() => mu.unlock()), not defer(mu.unlock()): the second unlocks now.'],
    ['let late: any;\nawait deferred((defer) => { late = defer; });\nlate(() => {});', 'defer was called after its function had ended'],
  ])('DF7 refuses %s', (text, message) => {
    expect(said(text).at(-1)).toContain(`error: TypeError: ${message}`);
  });
});
