import { takeCharge } from '#kernel';
import { after, anyOf, chan, go, Mutex, now, select, sleep, WaitGroup, work } from '#runtime/go';
import { currentThread, local, Lock, RLock, Thread } from '#runtime/threading';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NativeKernel } from './native-kernel.ts';
import { onBothKernels, runNatively } from './testing/index.ts';
import { explore, inGo } from '#engine/testing';

onBothKernels();

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the native kernel', () => {
  let kernel: NativeKernel;
  let before: ReturnType<typeof takeCharge>;
  beforeEach(() => {
    kernel = new NativeKernel();
    before = takeCharge(kernel);
  });
  afterEach(() => {
    takeCharge(before);
    vi.useRealTimers();
  });

  it('NK1 does what the model does in one of its orders', async () => {
    const text = inGo("const c = chan<string>();\ngo('a', async () => { await c.send('a'); });\ngo('b', async () => { await c.send('b'); });\nconsole.log(await c.receive(), await c.receive());");
    expect(explore(text).outcomes).toHaveLength(2);
    expect(await runNatively(text)).toEqual({ output: ['a b'], end: 'ok' });
    expect(await runNatively(inGo('await new Mutex().lock();\nawait chan().receive();'))).toEqual({ output: [], end: 'deadlock' });
    expect(await runNatively(inGo("go(() => { panic('spilt'); });\nawait sleep(1);"))).toEqual({ output: [], end: 'panic', message: 'spilt' });
  });

  it('NK2 serves first come first served, and nobody overtakes', async () => {
    const mu = new Mutex();
    const order: string[] = [];
    await mu.lock();
    const wg = new WaitGroup();
    for (const name of ['a', 'b', 'c']) wg.go(async () => { await mu.lock(); order.push(name); mu.unlock(); });
    await turn();
    mu.unlock();
    // The mutex went to a as it was let go.
    expect(mu.tryLock()).toBe(false);
    const last = mu.lock().then(() => { order.push('main'); });
    await wg.wait();
    await last;
    expect(order).toEqual(['a', 'b', 'c', 'main']);
  });

  it('NK2 those who wait for one lock are not all asked again whenever it is let go', async () => {
    const mu = new Mutex();
    await mu.lock();
    const asked = vi.spyOn(mu, 'isHeld');
    const all = Array.from({ length: 1000 }, async () => { await mu.lock(); mu.unlock(); });
    mu.unlock();
    await Promise.all(all);
    // Once when it comes, once when it goes on, and once for the one behind it that cannot yet.
    expect(asked.mock.calls.length).toBeLessThanOrEqual(4 * 1000);
  });

  it('NK3 select has no preference among the cases that are ready', async () => {
    const a = chan<number>();
    const b = chan<number>();
    for (let i = 0; i < 300; i++) void a.send(i).catch(() => {});
    for (let i = 0; i < 100; i++) void b.send(i).catch(() => {});
    const taken = { a: 0, b: 0 };
    const chances = [0, 0.49, 0.51, 0.99];
    vi.spyOn(Math, 'random').mockImplementation(() => chances.shift() as number);
    for (let i = 0; i < 4; i++) await select(a.onReceive(() => { taken.a++; }), b.onReceive(() => { taken.b++; }));
    expect(taken).toEqual({ a: 2, b: 2 });
    vi.restoreAllMocks();
  });

  it('NK3 takes from the one that waits longest at the channel', async () => {
    const a = chan<string>();
    for (const value of ['first', 'second']) void a.send(value);
    expect(await select(a.onReceive((value) => value), chan().onReceive(() => 'never'))).toBe('first');
  });

  it('NK4 a goroutine begins after go has returned', async () => {
    const order: string[] = [];
    go(() => { order.push('goroutine'); });
    order.push('main');
    await turn();
    expect(order).toEqual(['main', 'goroutine']);
  });

  it('NK6 timers hold the process while something waits, and not otherwise', async () => {
    const held = (): boolean[] => [...(kernel.time as unknown as { alarms: Set<{ timer: NodeJS.Timeout }> }).alarms].map(({ timer }) => timer.hasRef());
    const late = after(60_000);
    expect(held()).toEqual([false]);
    const c = chan<number>();
    const got = select(c.onReceive(), late.onReceive());
    expect(held()).toEqual([true]);
    await c.send(1);
    await got;
    await turn();
    expect(held()).toEqual([false]);
  });

  it('NK7 sleeps at least as long as it says, beyond what a timer of the host can', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    takeCharge(new NativeKernel());
    const days = 30 * 24 * 3600 * 1000;
    let woke: number | undefined;
    void sleep(days).then(() => { woke = now(); });
    await vi.advanceTimersByTimeAsync(days - 1);
    expect(woke).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(woke).toBe(days);
  });

  it('NK7 work holds one of the cores', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    takeCharge(new NativeKernel());
    const ended: number[] = [];
    for (let i = 0; i < 2; i++) void work(10).then(() => ended.push(now()));
    await vi.advanceTimersByTimeAsync(25);
    expect(ended).toEqual([10, 20]);
  });

  it('NK8 tasks that never wait let the timers of the host go off', async () => {
    let isOver = false;
    setTimeout(() => { isOver = true; }, 0);
    const mu = new Mutex();
    while (!isOver) {
      await mu.lock();
      mu.unlock();
    }
    expect(isOver).toBe(true);
  });

  it('NK9 knows which thread calls, also after it waited', async () => {
    const seen: string[] = [];
    const threads = ['a', 'b'].map((name) => new Thread({ name, target: async () => {
      await sleep(1);
      await Promise.resolve();
      seen.push(currentThread().name);
    } }));
    for (const thread of threads) thread.start();
    for (const thread of threads) await thread.join();
    expect([...seen, currentThread().name]).toEqual(['a', 'b', 'main']);
  });

  it('NK9 says what to use instead, where the host does not keep which thread calls', async () => {
    const modules = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
    const seen: string[] = [];
    const tell = (what: () => unknown): void => { try { what(); } catch (error) { seen.push(String(error)); } };
    try {
      const [lock, rlock, data] = [new Lock(), new RLock(), new local<{ n?: number }>()];
      data.n = 1;
      await rlock.acquire();
      rlock.release();
      const thread = new Thread({ target: async () => {
        await Promise.resolve();
        await lock.with(() => seen.push('locked'));
        tell(() => rlock.acquire());
        tell(() => data.n);
        tell(() => currentThread());
      } });
      thread.start();
      await thread.join();
    } finally {
      modules.mockRestore();
    }
    expect(seen).toEqual(['locked', expect.stringMatching(/^RuntimeError: RLock has to know which thread calls.*Try: use a Lock/) as string, expect.stringMatching(/^RuntimeError: local has.*Try: keep/) as string, expect.stringMatching(/^RuntimeError: currentThread has.*Try: give/) as string]);
  });

  it('NK10 an uncaught error of a thread is printed', async () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    const thread = new Thread({ name: 't', target: () => { throw new RangeError('spilt'); } });
    thread.start();
    await thread.join();
    expect(printed.mock.calls).toEqual([['Exception in thread t:'], ['RangeError: spilt']]);
    printed.mockRestore();
  });

  it('takes the first of several values, as a run of the model does', async () => {
    expect(await anyOf(['ok', 'timeout'])).toBe('ok');
  });
});
