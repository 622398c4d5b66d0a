import { explore, inGo, possible, prints } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

describe('Pool', () => {
  it('PO1 get returns something that was put, or a new one: each is tried', () => {
    expect(possible(inGo("let made = 0;\nconst pool = new Pool(() => `new ${++made}`);\npool.put('a');\npool.put('b');\nconsole.log(await pool.get(), await pool.get());"))).toEqual(['ok: a b', 'ok: a new 1', 'ok: b a', 'ok: b new 1', 'ok: new 1 a', 'ok: new 1 b', 'ok: new 1 new 2']);
  });

  it('PO2 the plain run gives what was put last, and makes a new one when there is none', () => {
    expect(prints(inGo("const pool = new Pool(async () => 'new');\npool.put('a');\npool.put('b');\nconsole.log(await pool.get(), await pool.get(), await pool.get());"))).toEqual(['b a new']);
  });

  it('PO3 without a function to make one, there is undefined; nothing at all is not kept', () => {
    expect(possible(inGo('const pool = new Pool<number>();\npool.put(undefined as any);\nconsole.log(await pool.get());'))).toEqual(['ok: undefined']);
    expect(prints(inGo('new Pool(1 as any);'))).toEqual(['error: TypeError: Pool takes a function that makes a new thing, not number (line 2)']);
  });

  it('PO4 a put happens before the get that returns it: only use after the put races', () => {
    const text = (late: string): string => inGo(`const pool = new Pool(() => ({ n: 0 }));\nconst wg = new WaitGroup();\nfor (const i of [1, 2]) wg.go(async () => { const item = await pool.get(); item.n = i; pool.put(item); ${late} });\nawait wg.wait();`);
    expect(explore(text('')).races).toEqual([]);
    expect(explore(text('item.n = 9;')).races).not.toEqual([]);
  });
});
