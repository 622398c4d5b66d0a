import { check } from 'happens-before/check';
import { chan, context, go, semaphore } from 'happens-before/go';
import type * as Answer from './solution';

const quiet = async () => {};
const patient = context.background();

/** Takes the phones there are, and says how many it could. */
function phonesLeft(booth: semaphore.Weighted) {
  let left = 0;
  while (booth.tryAcquire()) left++;
  return left;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one after another',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        const first = await call(booth, patient, quiet);
        const second = await call(booth, patient, quiet);
        return [first, second, phonesLeft(booth)];
      },
      expect: ['called', 'called', 1],
    },
    {
      name: 'one hangs up while another talks',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        const [ctx, hangUp] = context.withCancel(patient);
        const begun = chan<void>();
        const mayEnd = chan<void>();
        const result = chan<string>();
        go('ann', async () => {
          const how = await call(booth, patient, async () => {
            await begun.send();
            await mayEnd.receive();
          });
          await result.send(how);
        });
        await begun.receive();
        hangUp();
        const bo = await call(booth, ctx, quiet);
        const free = phonesLeft(booth);
        await mayEnd.send();
        const ann = await result.receive();
        return [bo, free, ann, phonesLeft(booth)];
      },
      expect: ['gave up', 0, 'called', 1],
    },
    {
      name: 'somebody has patience',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        const result = chan<string>();
        let heard = '';
        await booth.acquire(patient);
        go('bo', async () => {
          const how = await call(booth, patient, async () => {
            heard = 'hello';
          });
          await result.send(how);
        });
        booth.release();
        return [await result.receive(), heard, phonesLeft(booth)];
      },
      expect: ['called', 'hello', 1],
    },
    {
      name: 'hanging up while waiting',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        const [ctx, hangUp] = context.withCancel(patient);
        const results = chan<string>();
        let inside = 0;
        const alone = async () => {
          inside++;
          if (inside > 1) throw new Error('two at one phone');
          await Promise.resolve();
          inside--;
        };
        go('ann', async () => {
          await results.send(await call(booth, patient, alone));
        });
        go('bo', async () => {
          await results.send(await call(booth, ctx, alone));
        });
        hangUp();
        const how = [
          await results.receive(),
          await results.receive(),
        ];
        return [how.includes('called'), phonesLeft(booth)];
      },
      expect: [true, 1],
    },
    {
      name: 'hanging up in the middle of a talk',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        const [ctx, hangUp] = context.withCancel(patient);
        const how = await call(booth, ctx, async () => hangUp());
        return [how, phonesLeft(booth)];
      },
      expect: ['called', 1],
    },
    {
      name: 'a talk that fails',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        let told: string;
        try {
          told = await call(booth, patient, async () => {
            throw new Error('wrong number');
          });
        } catch (error) {
          told = (error as Error).message;
        }
        return [told, phonesLeft(booth)];
      },
      expect: ['wrong number', 1],
    },
    {
      name: 'he hangs up, and the talk fails',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        const [ctx, hangUp] = context.withCancel(patient);
        let told: string;
        try {
          told = await call(booth, ctx, async () => {
            hangUp();
            throw new Error('cut off');
          });
        } catch (error) {
          told = (error as Error).message;
        }
        return [told, phonesLeft(booth)];
      },
      expect: ['cut off', 1],
    },
    {
      name: 'two phones, two talks at once',
      async play({ call }) {
        const booth = new semaphore.Weighted(2);
        const word = chan<string>();
        const result = chan<string>();
        go('ann', async () => {
          await result.send(
            await call(booth, patient, () => word.send('hello')),
          );
        });
        let heard: string | undefined;
        const bo = await call(booth, patient, async () => {
          heard = await word.receive();
        });
        return [heard, bo, await result.receive(), phonesLeft(booth)];
      },
      expect: ['hello', 'called', 'called', 2],
    },
    {
      name: 'he hangs up, and the talk ends with his context',
      async play({ call }) {
        const booth = new semaphore.Weighted(1);
        const [ctx, hangUp] = context.withCancel(patient);
        let told: string;
        try {
          told = await call(booth, ctx, async () => {
            hangUp();
            throw ctx.err()!;
          });
        } catch (error) {
          told = (error as Error).message;
        }
        return [told, phonesLeft(booth)];
      },
      expect: ['context canceled', 1],
    },
  ],
  mistakes: {
    'knows-it-by-its-error': {
      verdict: 'wrong-result',
      scene: 'he hangs up, and the talk ends with his context',
      got: ['gave up', 1],
      say: 'The talk listens to the same context, and has thrown the very error that you look for. It does not say which of your two awaits it came from. That you have to know from where you catch it.',
    },
    'blames-the-context': {
      verdict: 'wrong-result',
      scene: 'he hangs up, and the talk fails',
      say: 'He had a phone, and talked, and the talk failed. That his context has ended as well does not mean that no phone came in time. Ask whether you got one, and not whether the context is over.',
    },
    'swallows-the-error': {
      verdict: 'wrong-result',
      scene: 'a talk that fails',
      got: ['gave up', 1],
      say: 'Nobody gave up: there was a phone, and the talk itself went wrong. Its error belongs to whoever asked for the talk. Which of the two awaits should your catch be around?',
    },
    'a-lock-of-its-own': {
      verdict: 'deadlock',
      code: /\bMutex\b/,
      say: 'Your own lock lets one caller in at a time, however many phones there are. The semaphore counts already. It needs no lock around it.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?!.*\bMutex\b)[^]*tryAcquire/,
      say: 'Whoever finds all phones taken leaves at once, though nobody has hung up. Wait for a phone; it is ctx that says when to give up.',
    },
    'catches-the-panic': {
      verdict: 'wrong-result',
      code: /try\s*\{\s*booth\.release/,
      say: 'The panic was the good case. While somebody else talks, a release too many does not fail: it gives away the phone in her hand. Now there is one more permit than there are phones.',
    },
    'releases-what-it-never-had': {
      verdict: 'wrong-result',
      scene: 'one hangs up while another talks',
      say: 'Bo never got the phone, and still hangs it up: it is Ann’s. Only who has acquired may release. How do you know, in the finally, which of the two happened?',
    },
    'asks-the-context': {
      verdict: 'wrong-result',
      code: /if \(!?ctx\.err\(\)[^)]*\) (?:\{\s*)?booth\.release/,
      say: 'A context can end while somebody talks. Then he has the phone, and does not put it back. Whether ctx has ended does not say whether acquire succeeded.',
    },
    'releases-after-the-talk': {
      verdict: 'wrong-result',
      scene: 'a talk that fails',
      got: ['wrong number', 0],
      say: 'When the talk throws, the line with the release is never reached, and the phone is gone for good. What runs on every way out?',
    },
    'asks-before': {
      verdict: 'error',
      message: /context canceled/,
      say: 'Between your look at ctx and the wait that follows, he may hang up; and while he waits, too. Then acquire throws, and nobody says “gave up”.',
    },
  },
});
