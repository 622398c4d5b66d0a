import { explore, inGo, possible, prints, run, stuckIn } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

onBothKernels();

const bg = 'const ctx = context.background();\n';

describe('semaphore', () => {
  it('WS1 acquire takes units and waits for what is not there; release gives them back', () => {
    expect(possible(inGo(`${bg}
const seats = new semaphore.Weighted(2);
let inside = 0;
const wg = new WaitGroup();
for (const n of [1, 2]) wg.go(async () => { await seats.acquire(ctx, n); inside += n; if (inside > 2) panic('too many'); inside -= n; seats.release(n); });
await wg.wait();
    `))).toEqual(['ok']);
    expect(stuckIn(inGo(`${bg}const seats = new semaphore.Weighted(2);\nawait seats.acquire(ctx, 2);\nawait seats.acquire(ctx);`))).toEqual(['main: select']);
  });

  it('WS2 who waits is served in order: much is not overtaken by little', () => {
    expect(run(inGo(`${bg}
const seats = new semaphore.Weighted(3);
await seats.acquire(ctx, 2);
go('much', async () => { await seats.acquire(ctx, 3); });
await sleep(1);
go('little', async () => { await seats.acquire(ctx, 1); });
await sleep(1);
console.log(seats.tryAcquire(1));
    `))).toMatchObject({ output: ['false'], leaks: [{ reason: 'select' }, { reason: 'select' }] });
  });

  it('WS3 tryAcquire never waits, and says whether it worked', () => {
    expect(prints(inGo('const seats = new semaphore.Weighted(2);\nconsole.log(seats.tryAcquire(2), seats.tryAcquire(), seats.tryAcquire(0));\nseats.release(2);\nconsole.log(seats.tryAcquire());'))).toEqual(['true false true', 'true']);
  });

  it('WS4 the end of the context ends the wait, and lets those behind go on', () => {
    expect(prints(inGo(`
const seats = new semaphore.Weighted(2);
await seats.acquire(context.background(), 1);
const [ctx, cancel] = context.withCancel(context.background());
go('much', async () => { try { await seats.acquire(ctx, 2); } catch (error) { console.log(error === context.Canceled); } });
await sleep(1);
go('little', async () => { await seats.acquire(context.background(), 1); console.log('in'); });
await sleep(1);
cancel();
await sleep(1);
    `))).toEqual(['true', 'in']);
  });

  it('WS4 a context that has ended takes nothing, whatever is free; more than there is waits for its end', () => {
    expect(prints(inGo("const seats = new semaphore.Weighted(2);\nconst [ctx, cancel] = context.withCancel(context.background());\ncancel();\ntry { await seats.acquire(ctx); } catch (error) { console.log(error.message, seats.tryAcquire(2)); }\nconst [late] = context.withTimeout(context.background(), 5);\ntry { await seats.acquire(late, 3); } catch (error) { console.log(error.message, now()); }"))).toEqual(['context canceled true', 'context deadline exceeded 5']);
  });

  it('WS4 units that come together with the end of the context are given back', () => {
    expect(possible(inGo(`
const seats = new semaphore.Weighted(1);
await seats.acquire(context.background());
const [ctx, cancel] = context.withCancel(context.background());
const wg = new WaitGroup();
wg.go(async () => { try { await seats.acquire(ctx); seats.release(); } catch {} });
wg.go(() => { cancel(); });
seats.release();
await wg.wait();
console.log(seats.tryAcquire());
    `))).toEqual(['ok: true']);
  });

  it('WS5 more released than held panics', () => {
    expect(prints(inGo('const seats = new semaphore.Weighted(2);\nseats.tryAcquire();\nseats.release(2);'))).toEqual(['panic: semaphore: released more than held (line 4)']);
    expect(possible(inGo('const seats = new semaphore.Weighted(2);\ngo(() => { seats.tryAcquire(); });\nseats.release();'))).toEqual(['ok', 'panic (semaphore: released more than held)']);
  });

  it('WS6 a release happens before every later acquire returns', () => {
    const text = (n: number): string => inGo(`${bg}let n = 0;\nconst seats = new semaphore.Weighted(${n});\nfor (const name of ['a', 'b']) go(name, async () => { await seats.acquire(ctx); n += 1; seats.release(); });\nawait sleep(1);`);
    expect(explore(text(1)).races).toEqual([]);
    expect(explore(text(2)).races).not.toEqual([]);
  });

  it('WS7 takes whole numbers', () => {
    expect(prints(inGo('new semaphore.Weighted(-1);'))).toEqual(['error: TypeError: semaphore: Weighted takes a whole number of units, not -1 (line 2)']);
    expect(prints(inGo('new semaphore.Weighted(1).release(0.5);'))).toEqual(['error: TypeError: semaphore: release takes a whole number of units, not 0.5 (line 2)']);
  });
});
