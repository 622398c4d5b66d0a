import { check } from 'happens-before/check';
import { chan, context } from 'happens-before/go';
import type * as Answer from './solution';

const nothing = async () => {};
const fails = (message: string) => async () => {
  throw new Error(message);
};

/** What `wait` throws, or 'well'. */
async function ends(group: ReturnType<typeof Answer.makeGroup>) {
  try {
    await group.wait();
    return 'well';
  } catch (error) {
    return (error as Error).message;
  }
}

const messageOf = (error: unknown) => (error as Error)?.message;

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two that go well',
      async play({ makeGroup }) {
        const group = makeGroup(context.background());
        const places = [0, 0];
        const puts = (place: number) => async () => {
          places[place] = place + 1;
        };
        group.go(puts(0));
        group.go(puts(1));
        return [await ends(group), ...places];
      },
      expect: ['well', 1, 2],
    },
    {
      name: 'nothing to do',
      play: ({ makeGroup }) => ends(makeGroup(context.background())),
      expect: 'well',
    },
    {
      name: 'one fails',
      async play({ makeGroup }) {
        const group = makeGroup(context.background());
        group.go(fails('sold out'));
        group.go(nothing);
        return await ends(group);
      },
      expect: 'sold out',
    },
    {
      name: 'one fails, one has to be told',
      async play({ makeGroup }) {
        const group = makeGroup(context.background());
        let why = 'nothing';
        group.go(async () => {
          await group.ctx.done().receive();
          why = messageOf(context.cause(group.ctx));
        });
        group.go(fails('no bridge'));
        return [await ends(group), why];
      },
      expect: ['no bridge', 'no bridge'],
    },
    {
      name: 'one fails because of the other',
      async play({ makeGroup }) {
        const group = makeGroup(context.background());
        const over = chan<void>();
        group.go(async () => {
          over.close();
          throw new Error('first');
        });
        group.go(async () => {
          await group.ctx.done().receive();
          throw new Error('second');
        });
        await over.receive();
        return await ends(group);
      },
      expect: 'first',
    },
    {
      name: 'both fail',
      async play({ makeGroup }) {
        const group = makeGroup(context.background());
        group.go(fails('a'));
        group.go(fails('b'));
        const message = await ends(group);
        return message === messageOf(context.cause(group.ctx));
      },
      expect: true,
    },
    {
      name: 'a watcher of the context',
      async play({ makeGroup }) {
        const group = makeGroup(context.background());
        const gone = chan<void>();
        group.go(async () => {
          context.afterFunc(group.ctx, () => gone.close());
        });
        const how = await ends(group);
        await gone.receive();
        return [how, messageOf(group.ctx.err())];
      },
      expect: ['well', 'context canceled'],
    },
    {
      name: 'whoever wanted it has hung up',
      async play({ makeGroup }) {
        const root = context.background();
        const [parent, hangUp] = context.withCancelCause(root);
        const group = makeGroup(parent);
        let why = 'nothing';
        group.go(async () => {
          await group.ctx.done().receive();
          why = messageOf(context.cause(group.ctx));
        });
        hangUp(new Error('hung up'));
        return [await ends(group), why];
      },
      expect: ['well', 'hung up'],
    },
  ],
  mistakes: {
    'from-the-root': {
      verdict: 'deadlock',
      scene: 'whoever wanted it has hung up',
      say: 'The parent has ended, and the work has not heard of it: the context of the group has to be below the one that you were given.',
    },
    'asks-the-cause': {
      verdict: 'wrong-result',
      scene: 'whoever wanted it has hung up',
      got: ['hung up', 'hung up'],
      say: 'No work has thrown, and `wait` throws all the same. The cause of a context is whatever ended it first, and here that came from above. The first error of the *work* is something to keep beside it.',
    },
    'counts-inside': {
      verdict: 'wrong-result',
      scene: 'two that go well',
      say: '`wait` has returned, and the work was not done: it had not even been counted. Count it before the goroutine is started.',
    },
    'done-if-all-is-well': {
      verdict: 'deadlock',
      scene: 'one fails',
      say: 'Who fails is not counted down, and `wait` waits for it for ever. The end of the work has to be told on every way out.',
    },
    'never-begins': {
      verdict: 'wrong-result',
      scene: 'one fails, one has to be told',
      code: /ctx\.err\(\)[^]*await work\(/,
      say: 'The context had ended before this work began, and you did not begin it. Start it all the same: it looks at `ctx` itself, and knows what there is to do when that has ended.',
    },
    'throws-at-once': {
      verdict: 'wrong-result',
      scene: 'one fails, one has to be told',
      got: ['no bridge', 'nothing'],
      say: '`wait` hands the error on while another goroutine is still at work. Tell them to stop, by all means at once; then wait until they have.',
    },
    'keeps-them-going': {
      verdict: 'deadlock',
      scene: 'one fails, one has to be told',
      code: /^(?!(?=[\s\S]*catch)[\s\S]*catch[\s\S]*cancel\(error)/,
      say: 'The work that goes on has not heard of the error. It listens to `ctx`, and `wait` ends that only when all have ended, which they never do.',
    },
    'says-no-cause': {
      verdict: 'wrong-result',
      scene: 'one fails, one has to be told',
      say: 'They stop, and their context says only that it was cancelled. It could say what for.',
    },
    'last-error': {
      verdict: 'wrong-result',
      scene: 'one fails because of the other',
      say: 'The error that you hand on is the echo of another: somebody failed because they had been told to stop. The first one says what happened. Keep it.',
    },
    'leaves-the-context': {
      verdict: 'deadlock',
      scene: 'a watcher of the context',
      say: 'All is well and over, and the context goes on. Whoever watches it waits in vain, and its parent keeps it in mind.',
    },
    'without-a-guard': {
      verdict: 'wrong-result',
      scene: 'both fail',
      say: 'Two fail at the same time, both find no error there, and both write theirs. “The first one only” needs something that lets only one in.',
    },
  },
});
