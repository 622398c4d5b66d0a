import { check } from 'happens-before/check';
import { chan, context, go, sleep } from 'happens-before/go';
import type * as Answer from './solution';

type Ctx = context.Context;

const fine = async () => {};
const soldOut = async () => {
  throw new Error('sold out');
};

/** A booking and what became of it: 'well', or the message. */
async function ends(booking: Promise<void>) {
  try {
    await booking;
    return 'well';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Ends only when it is told, and takes a step to clear up. */
const slow = (log: string[]) => async (ctx: Ctx) => {
  await ctx.done().receive();
  await fine();
  log.push('let go');
  throw context.cause(ctx);
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'all is well',
      async play({ book }) {
        const log: string[] = [];
        const pay = async (ctx: Ctx) => {
          log.push(ctx.err()?.message ?? 'paid');
        };
        const root = context.background();
        return [await ends(book(root, [fine, fine], pay)), ...log];
      },
      expect: ['well', 'paid'],
    },
    {
      name: 'two that talk to each other',
      async play({ book }) {
        const room = chan<string>();
        const hotel = async () => {
          await room.receive();
        };
        const flight = () => room.send('late arrival');
        const root = context.background();
        return await ends(book(root, [hotel, flight], fine));
      },
      expect: 'well',
    },
    {
      name: 'a party of twelve, who wait for the last',
      async play({ book }) {
        const doors = chan<void>();
        const guest = async () => {
          await doors.receive();
        };
        const last = async () => {
          await sleep(10);
          doors.close();
        };
        const guests = Array.from({ length: 11 }, () => guest);
        const root = context.background();
        return await ends(book(root, [...guests, last], fine));
      },
      expect: 'well',
      timers: 'patient',
      // They differ in who is told first, and nobody asks.
      maxRuns: 100,
    },
    {
      name: 'one is sold out, one is slow',
      async play({ book }) {
        const log: string[] = [];
        const pay = async () => {
          log.push('paid');
        };
        const root = context.background();
        const how = await ends(book(root, [slow(log), soldOut], pay));
        return [how, ...log];
      },
      expect: ['sold out', 'let go'],
    },
    {
      name: 'the customer leaves while it is reserved',
      async play({ book }) {
        const log: string[] = [];
        const root = context.background();
        const [ctx, cancel] = context.withCancelCause(root);
        go('customer', () => cancel(new Error('changed my mind')));
        return [await ends(book(ctx, [slow(log)], fine)), ...log];
      },
      expect: ['changed my mind', 'let go'],
    },
    {
      name: 'the customer leaves at the till',
      async play({ book }) {
        const root = context.background();
        const [ctx, cancel] = context.withCancelCause(root);
        const pay = async (till: Ctx) => {
          cancel(new Error('no money'));
          await till.done().receive();
          throw context.cause(till);
        };
        return await ends(book(ctx, [fine], pay));
      },
      expect: 'no money',
    },
    {
      name: 'one gives up because one is sold out',
      async play({ book }) {
        const givesUp = async (ctx: Ctx) => {
          await ctx.done().receive();
          throw new Error('given up');
        };
        const root = context.background();
        return await ends(book(root, [givesUp, soldOut], fine));
      },
      expect: 'sold out',
    },
  ],
  mistakes: {
    'first-in-the-list': {
      verdict: 'wrong-result',
      scene: 'one gives up because one is sold out',
      say: 'You throw the error of the first one in the list. It is an echo: that one gave up because another had failed before. The error that came first says what happened.',
    },
    'more-time': {
      verdict: 'wrong-result',
      scene: 'all is well',
      code: /with(Timeout|Deadline)/,
      say: 'A new context below one that has ended has ended too, however much time you give it. Which context is still alive when the group is done?',
    },
    'does-not-wait-for-the-payment': {
      verdict: 'wrong-result',
      scene: 'all is well',
      got: ['well'],
      say: '`book` says that all is well, and nothing is paid yet. Wait for `pay`, and let its error out.',
    },
    'pays-with-the-old-context': {
      verdict: 'wrong-result',
      scene: 'all is well',
      code: /^(?![\s\S]*group\.go\(\(\) => pay)/,
      say: 'The context of the group ends when `wait` returns, also if all is well. Whoever pays under it is told that the payment was cancelled.',
    },
    'one-after-another': {
      verdict: 'deadlock',
      scene: 'two that talk to each other',
      say: 'The first reservation waits for the second, which is not begun yet. Make them together.',
    },
    'a-few-at-a-time': {
      verdict: 'deadlock',
      scene: 'a party of twelve, who wait for the last',
      say: 'The first few have all the places and wait for somebody who has not begun. All reservations are made at the same time: leave the limit out.',
    },
    'from-the-root': {
      verdict: 'deadlock',
      scene: 'the customer leaves while it is reserved',
      say: 'The customer has cancelled, and the reservations have not heard of it: their context does not come from that of the customer.',
    },
    'pays-whatever-comes': {
      verdict: 'deadlock',
      scene: 'the customer leaves at the till',
      say: 'The payment cannot be stopped any more, for its context comes from nobody. There is one that lives longer than the group, and still belongs to the customer.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'one is sold out, one is slow',
      got: ['sold out'],
      say: '`book` has returned, and a reservation has not let go yet. Nobody will ever know how it ended.',
    },
    'pays-all-the-same': {
      verdict: 'wrong-result',
      scene: 'one is sold out, one is slow',
      code: /finally/,
      say: 'A reservation has failed, and the card is charged all the same: a `finally` runs on every way out.',
    },
    'pays-in-the-group': {
      verdict: 'wrong-result',
      scene: 'one is sold out, one is slow',
      say: 'The card is charged while a reservation may still fail. What needs them all comes after `wait`.',
    },
    'does-not-hand-it-on': {
      verdict: 'deadlock',
      scene: 'one is sold out, one is slow',
      code: /withContext/,
      say: 'There is a context that ends with the first error, and nobody has been given it. Each reservation listens to the one that you hand it.',
    },
  },
});
