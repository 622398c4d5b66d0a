import { explore, run } from '#engine/testing';
import { onBothKernels } from '#runtime/native/testing';
import { describe, expect, it } from 'vitest';

const program = (text: string): string =>
  `import { after, afterFunc, chan, context, go, Mutex, newTimer, now, panic, RWMutex, Second, select, sleep, WaitGroup } from 'happens-before/go';
import { bubble, leakCheck, wait } from 'happens-before/testing';
const firstLine = (error: unknown) => (error as Error).message.split('\\n')[0];
${text}`;
const outcomes = (text: string, timers: 'any' | 'patient' = 'any'): readonly string[] => {
  const found = explore(program(text), { timers });
  expect(found.complete).toBe(true);
  return found.outcomes.map(({ output, end, message }) => [...output, ...(end === 'ok' ? [] : [`${end}: ${message ?? ''}`.split('\n')[0]!])].join(', ')).sort();
};

describe('a bubble', () => {
  onBothKernels({
    'BU9 ends': 'on real promises it is the bubble that says so, and not the program',
    'BU10': 'nothing stops you on real promises',
  });

  it('BU1 has a clock that moves only when all wait, whatever timers there are', () => {
    const text = `
      await sleep(7);
      const end = await bubble(async () => {
        const began = now();
        go(async () => { await sleep(1 * Second); console.log('goroutine', now()); });
        for (let i = 0; i < 3; i++) await Promise.resolve();
        console.log('main', now());
        await sleep(3600 * Second);
        return now() - began;
      });
      console.log(end, now());`;
    expect(outcomes(text)).toEqual(['main 0, goroutine 1000, 3600000 7']);
    expect(outcomes(text, 'patient')).toEqual(['main 0, goroutine 1000, 3600000 7']);
  });

  it('BU2 wait comes before the clock moves: a timeout is seen to the millisecond', () => {
    expect(outcomes(`
      await bubble(async () => {
        const [ctx, cancel] = context.withTimeout(context.background(), 5 * Second);
        await sleep(5 * Second - 1);
        await wait();
        console.log(ctx.err()?.message);
        await sleep(1);
        await wait();
        console.log(ctx.err()?.message);
        cancel();
      });`)).toEqual(['undefined, context deadline exceeded']);
  });

  it('BU2 without a wait, who wakes at the same moment may be first or last', () => {
    expect(outcomes(`
      await bubble(async () => {
        let done = false;
        go(async () => { await sleep(5); done = true; });
        await sleep(5);
        console.log(done);
      });`)).toEqual(['false', 'true']);
  });

  it('BU2 wait lets all others go as far as they can', () => {
    expect(outcomes(`
      await bubble(async () => {
        let done = 0;
        const c = chan<number>();
        go(async () => { for await (const n of c) done += n; });
        for (let i = 0; i < 3; i++) await c.send(1);
        await wait();
        console.log(done);
        c.close();
      });`)).toEqual(['3']);
  });

  it('BU3 ends when all that it started has ended, and gives what its body gives', () => {
    expect(outcomes(`
      let ended = false;
      const given = await bubble(async () => {
        const stop = chan<never>();
        go(async () => { await stop.receive(); await Promise.resolve(); ended = true; });
        stop.close();
        return 'main';
      });
      console.log(given, ended);`)).toEqual(['main true']);
  });

  it('BU4 says who waits for what when nobody can go on', () => {
    const text = program(`
      try {
        await bubble(async () => {
          go('other', async () => { await chan<number>().receive(); });
          await new WaitGroup().wait();
          await select();
        });
      } catch (error) {
        console.log((error as { name: string }).name, firstLine(error));
        console.log((error as { waiting: { task: string; reason: string }[] }).waiting.map(({ task, reason }) => reason).sort());
      }`);
    expect(run(text).output).toEqual(['BubbleDeadlock deadlock: all goroutines in bubble are blocked', "['chan receive', 'select (no cases)']"]);
    expect(explore(text).complete).toBe(true);
  });

  it('BU5 fails if something is left, asleep or not', () => {
    const left = 'deadlock: main bubble goroutine has exited but blocked goroutines remain';
    expect(outcomes(`
      await bubble(() => { go('late', async () => { await chan<number>().send(1); }); }).catch((error: unknown) => { console.log(firstLine(error)); });
      await bubble(() => { go('late', async () => { await sleep(1); }); }).catch((error: unknown) => { console.log(firstLine(error)); });
      console.log(now());`)).toEqual([`${left}, ${left}, 0`]);
  });

  it('BU6 fails with what the body or a goroutine fails with', () => {
    expect(outcomes(`
      await bubble(() => { throw new RangeError('spilt'); }).catch((error: unknown) => { console.log((error as Error).name); });
      await bubble(async () => { go(() => panic('spilt')); await sleep(1); }).catch((error: unknown) => { console.log(firstLine(error)); });
      await bubble(async () => { go(() => panic('again')); await sleep(1); });`)).toEqual(['RangeError, spilt, panic: again']);
  });

  it('BU7 stands still for who waits for what was made outside', () => {
    expect(outcomes(`
      const outer = chan<number>();
      go(async () => { await sleep(5); await outer.send(1); });
      await sleep(1);
      console.log(await bubble(async () => {
        const answer = chan<number>(1);
        go(async () => { await outer.receive(); await answer.send(now()); });
        return select(answer.onReceive((at) => at), after(1).onReceive(() => 'too late'));
      }));`)).toEqual(['0']);
  });

  it('BU8 holds no bubble, is needed for a wait, and takes one wait at a time', () => {
    expect(outcomes(`
      try { await wait(); } catch (error) { console.log(firstLine(error)); }
      await bubble(() => bubble(() => 1)).catch((error: unknown) => { console.log(firstLine(error)); });
      console.log(await bubble(() => 1));`)).toEqual([
      'goroutine is not in a bubble: call wait in what bubble runs, or in a goroutine started there, synctest.Run called from within a synctest bubble: run one at a time, 1',
    ]);
    expect(outcomes(`
      await bubble(async () => {
        go(async () => { await wait(); });
        await wait();
      }).catch((error: unknown) => { console.log(firstLine(error)); });`)).toEqual(['wait already in progress: one goroutine of a bubble at a time']);
  });

  it('BU9 ends in a deadlock of the program where somebody sleeps with a lock that another wants', () => {
    const found = explore(program(`
      await bubble(async () => {
        const mu = new Mutex();
        await mu.lock();
        go('other', async () => { await sleep(1); mu.unlock(); });
        await mu.lock();
      });`));
    expect(found.outcomes.map(({ end }) => end)).toEqual(['deadlock']);
    expect(found.deadlocks[0]?.waiting.map(({ reason }) => reason)).toEqual(['synctest.Run', 'sync.Mutex.Lock']);
  });

  it('BU9 goes on when the lock is let go without the clock', () => {
    expect(outcomes(`
      await bubble(async () => {
        const mu = new RWMutex();
        await mu.lock();
        go(async () => { await mu.rLock(); console.log('read', now()); mu.rUnlock(); });
        mu.unlock();
        await sleep(1);
        console.log('main', now());
      });`)).toEqual(['read 0, main 1']);
  });

  it('BU10 keeps its channels and timers to itself', () => {
    const told = (use: string): readonly string[] => outcomes(`
      let c = chan<number>(1);
      let timer = newTimer(1);
      await bubble(() => { c = chan<number>(1); timer = newTimer(1); });
      ${use};`).map((line) => line.replace(': make it outside, or use it inside only', ''));
    expect(told('await c.send(1)')).toEqual(['panic: send on synctest channel from outside bubble']);
    expect(told('await c.receive()')).toEqual(['panic: receive on synctest channel from outside bubble']);
    expect(told('await select(c.onReceive())')).toEqual(['panic: select on synctest channel from outside bubble']);
    expect(told('c.close()')).toEqual(['panic: close of synctest channel from outside bubble']);
    expect(told('timer.stop()')).toEqual(['panic: stop of synctest timer from outside bubble']);
    expect(told('timer.reset(1)')).toEqual(['panic: reset of synctest timer from outside bubble']);
  });

  it('BU11 what others did before they waited happens before wait and bubble return', () => {
    const found = explore(program(`
      let seen = 0;
      await bubble(async () => {
        const stop = chan<never>();
        go(async () => { seen += 1; await stop.receive(); seen += 1; });
        await wait();
        console.log(seen);
        stop.close();
      });
      console.log(seen);`));
    expect(found.outcomes.map(({ output }) => output)).toEqual([['1', '2']]);
    expect(found.races).toEqual([]);
  });

  it('BU11 what comes after the wait still races', () => {
    expect(explore(program(`
      await bubble(async () => {
        let seen = 0;
        const stop = chan<never>();
        go(async () => { await stop.receive(); seen += 1; });
        await wait();
        stop.close();
        seen += 1;
      });`)).races).not.toEqual([]);
  });
});

describe('the orders of a bubble', () => {
  it('BU12 has one order where its clock decides, and one for each of those who wake together', () => {
    const orders = (body: string): number => explore(program(`await bubble(async () => { ${body} });`)).executions.full;
    expect(orders('go(async () => { await sleep(1); }); go(async () => { await sleep(2); }); await wait(); await sleep(3);')).toBe(1);
    expect(orders("for (const name of ['a', 'b', 'c']) go(name, async () => { await sleep(1); console.log(name); });await sleep(2);")).toBe(6);
  });
});

describe('leakCheck', () => {
  onBothKernels({ 'LC1 says where': 'on real promises that is a line of a stack' });

  it('LC1 finds who still waits when the body has ended, in the orders in which somebody does', () => {
    expect(outcomes(`
      try {
        await leakCheck(async () => {
          const results = chan<number>();
          for (const name of ['a', 'b']) go(name, async () => { await results.send(1); });
          await results.receive();
        });
      } catch (error) {
        console.log(firstLine(error));
      }`)).toEqual(['1 goroutine has not ended']);
    expect(outcomes(`
      let count = 0;
      const lose = async (n: number) => { const c = chan<number>(n); go(async () => { await c.send(1); }); };
      for (const n of [0, 1]) await leakCheck(() => lose(n)).catch((error: unknown) => { count += (error as { leaks: unknown[] }).leaks.length; });
      console.log(count);`)).toEqual(['1']);
  });

  it('LC1 says where it began to wait', () => {
    expect(run(program(`try {
  await leakCheck(() => { go('lost', async () => { await chan<number>().send(1); }); });
} catch (error) {
  console.log((error as Error).message);
}`)).output).toEqual(['1 goroutine has not ended\n  lost: chan send, line 5']);
  });

  it('LC2 lets what can end do so, and minds its own business', () => {
    expect(outcomes(`
      const c = chan<number>();
      go(async () => { await chan().receive(); });
      await sleep(1);
      console.log(await leakCheck(async () => {
        go(async () => { for (let i = 0; i < 2; i++) await sleep(5); await c.send(1); });
        go(async () => { console.log(await c.receive()); });
        return 7;
      }));`)).toEqual(['1, 7']);
  });
});
