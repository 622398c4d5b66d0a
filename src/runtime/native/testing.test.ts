import { takeCharge } from '#kernel';
import { after, chan, context, go, Mutex, now, panic, Second, select, sleep } from '#runtime/go';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Standstill } from '#runtime/synctest/errors';
import { bubble, leakCheck, NativeKernel, wait } from './index.ts';

let before: ReturnType<typeof takeCharge>;
beforeEach(() => { before = takeCharge(new NativeKernel()); });
afterEach(() => { takeCharge(before); });

const told = (error: unknown): readonly string[] => (error as { waiting: readonly Standstill[] }).waiting.map(({ task, reason }) => `${task}: ${reason}`);
const failure = async (body: () => unknown): Promise<Error> => {
  try {
    await body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not fail');
};

describe('a bubble', () => {
  it('BU1 has a clock that moves only when all wait', async () => {
    const seen: unknown[] = [];
    const end = await bubble(async () => {
      go(async () => { await sleep(1 * Second); seen.push(['goroutine', now()]); });
      for (let i = 0; i < 1000; i++) await Promise.resolve();
      seen.push(['main', now()]);
      await sleep(3600 * Second);
      return now();
    });
    expect({ seen, end }).toEqual({ seen: [['main', 0], ['goroutine', 1000]], end: 3_600_000 });
  });

  it('BU2 wait comes before the clock moves: a timeout is seen to the millisecond', async () => {
    const errors = await bubble(async () => {
      const [ctx, cancel] = context.withTimeout(context.background(), 5 * Second);
      await sleep(5 * Second - 1);
      await wait();
      const early = ctx.err();
      await sleep(1);
      await wait();
      cancel();
      return [early, ctx.err()];
    });
    expect(errors).toEqual([undefined, context.DeadlineExceeded]);
  });

  it('BU2 wait lets all others go as far as they can', async () => {
    expect(await bubble(async () => {
      let done = 0;
      const c = chan<number>();
      go(async () => { for await (const n of c) done += n; });
      for (let i = 0; i < 3; i++) await c.send(1);
      await wait();
      c.close();
      return done;
    })).toBe(3);
  });

  it('BU3 ends when all that it started has ended', async () => {
    let ended = false;
    const c = chan<number>();
    void c;
    expect(await bubble(async () => {
      const stop = chan<never>();
      go(async () => { await stop.receive(); await Promise.resolve(); ended = true; });
      stop.close();
      return Promise.resolve('main');
    })).toBe('main');
    expect(ended).toBe(true);
  });

  it('BU4 says who waits for what when nobody can go on', async () => {
    const error = await failure(() => bubble(async () => {
      const c = chan();
      go('other', async () => { await chan().receive(); });
      await c.send(undefined);
    }));
    expect(error.message.split('\n')[0]).toBe('deadlock: all goroutines in bubble are blocked');
    expect([...told(error)].sort()).toEqual(['main: chan send', 'other: chan receive']);
    expect(error.message).toContain('testing.test.ts');
  });

  it('BU9 lets the clock stand while somebody waits for a lock, and says so if nobody can let it go', async () => {
    const error = await failure(() => bubble(async () => {
      const mu = new Mutex();
      await mu.lock();
      go('other', async () => { await sleep(1); mu.unlock(); });
      await mu.lock();
    }));
    expect(error.message.split('\n')[0]).toBe('all goroutines are asleep - deadlock!');
    expect([...told(error)].sort()).toEqual(['main: sync.Mutex.Lock', 'other: sleep']);
  });

  it('BU5 fails if something is left, asleep or not', async () => {
    const left = await failure(() => bubble(() => { go('late', async () => { await chan<number>().send(1); }); }));
    expect(left.message.split('\n')[0]).toBe('deadlock: main bubble goroutine has exited but blocked goroutines remain');
    expect(told(left)).toEqual(['late: chan send']);
    expect(told(await failure(() => bubble(() => { go('late', async () => { await sleep(1); }); })))).toEqual(['late: sleep']);
  });

  it('BU6 fails with what the body or a goroutine fails with', async () => {
    await expect(bubble(() => { throw new RangeError('spilt'); })).rejects.toThrow(RangeError);
    await expect(bubble(async () => { go(() => panic('spilt')); await sleep(1); })).rejects.toThrow('spilt');
  });

  it('BU7 stands still for who waits for the world outside', async () => {
    expect(await bubble(async () => {
      const answer = chan<number>(1);
      go(async () => {
        await new Promise((resolve) => { setTimeout(resolve, 5); });
        await answer.send(now());
      });
      return select(answer.onReceive((at) => at), after(1).onReceive(() => 'too late'));
    })).toBe(0);
  });

  it('BU8 is alone, and there is no wait without one', async () => {
    expect(() => wait()).toThrow('goroutine is not in a bubble');
    await expect(bubble(() => bubble(() => 1))).rejects.toThrow('synctest.Run called from within a synctest bubble');
    expect(await bubble(() => 1)).toBe(1);
  });
});

describe('leakCheck', () => {
  it('LC1 finds who still waits when the body has ended', async () => {
    const error = await failure(() => leakCheck(async () => {
      const results = chan<number>();
      for (const name of ['a', 'b']) go(name, async () => { await sleep(0); await results.send(1); });
      await results.receive();
    }));
    expect(error.message.split('\n')[0]).toBe('1 goroutine has not ended');
    expect(error.message).toMatch(/b: chan send, at .*testing\.test\.ts:\d+/);
  });

  it('LC2 lets what can end do so, and minds its own business', async () => {
    const c = chan<number>();
    const early = c.receive();
    expect(await leakCheck(async () => {
      go(async () => { for (let i = 0; i < 5; i++) await Promise.resolve(); await c.send(1); });
      return Promise.resolve(7);
    })).toBe(7);
    expect(await early).toBe(1);
  });
});
