import type { Chan } from 'happens-before/go';
import { chan, close, context } from 'happens-before/go';
import { go, Mutex, select } from 'happens-before/go';

export type Ctx = context.Context;
type Upstream = (ctx: Ctx, key: string) => Promise<string>;

interface Call {
  waiting: number;
  readonly landed: Chan<void>;
  readonly cancel: () => void;
  joke?: string;
  error?: unknown;
}

/** Jokes by their number, with one call for each. */
export function jokes(ask: Upstream) {
  const mu = new Mutex();
  const calls = new Map<string, Call>();

  function begin(caller: Ctx, key: string) {
    const free = context.withoutCancel(caller);
    const [ctx, cancel] = context.withTimeout(free, 1000);
    const landed = chan<void>();
    const call: Call = { waiting: 0, landed, cancel };
    calls.set(key, call);
    go('call', async () => {
      try {
        call.joke = await ask(ctx, key);
      } catch (error) {
        call.error = error;
      }
      await mu.lock();
      if (calls.get(key) === call) calls.delete(key);
      mu.unlock();
      cancel();
      close(landed);
    });
    return call;
  }

  async function leave(key: string, call: Call) {
    await mu.lock();
    call.waiting -= 1;
    if (call.waiting === 0) {
      call.cancel();
      if (calls.get(key) === call) calls.delete(key);
    }
    mu.unlock();
  }

  return async (ctx: Ctx, key: string) => {
    await mu.lock();
    const call = calls.get(key) ?? begin(ctx, key);
    call.waiting += 1;
    mu.unlock();

    const hasLanded = await select(
      call.landed.onReceive(() => true),
      ctx.done().onReceive(() => false),
    );
    if (!hasLanded) {
      await leave(key, call);
      throw context.cause(ctx);
    }
    if (call.joke === undefined) throw call.error;
    return call.joke;
  };
}
