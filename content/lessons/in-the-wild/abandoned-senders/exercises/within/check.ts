import { check } from 'happens-before/check';
import { chan, go, now, sleep } from 'happens-before/go';
import type * as Answer from './solution';

type Work = Parameters<typeof Answer.within>[1];

async function ends(
  { within }: typeof Answer,
  ms: number,
  work: Work,
) {
  try {
    return await within(ms, work);
  } catch (error) {
    return `threw ${(error as Error).message}`;
  }
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a result at once',
      play: (answer) => ends(answer, 50, async () => 'tea'),
      expect: 'tea',
      timers: 'patient',
    },
    {
      name: 'an error at once',
      play: (answer) =>
        ends(answer, 50, async () => {
          throw new Error('spilt');
        }),
      expect: 'threw spilt',
      timers: 'patient',
    },
    {
      name: 'an empty result',
      play: (answer) => ends(answer, 40, async () => ''),
      expect: '',
      timers: 'patient',
    },
    {
      name: 'slow, and does not listen',
      async play(answer) {
        const how = await ends(answer, 10, async () => {
          await sleep(70);
          return 'cold';
        });
        return [how, now()];
      },
      expect: ['threw too late', 10],
      timers: 'patient',
    },
    {
      name: 'slow, and fails in the end',
      play: (answer) =>
        ends(answer, 20, async () => {
          await sleep(60);
          throw new Error('burnt');
        }),
      expect: 'threw too late',
      timers: 'patient',
    },
    {
      name: 'goes on until it is told',
      async play(answer) {
        const told = chan<number>(1);
        const how = await ends(answer, 30, async (ctx) => {
          await ctx.done().receive();
          await told.send(now());
          throw new Error('stopped');
        });
        return [how, await told.receive()];
      },
      expect: ([how, when]: [string, number]) =>
        ['threw too late', 'threw stopped'].includes(how) &&
        when === 30,
      timers: 'patient',
    },
    {
      name: 'leaves a helper that listens',
      async play(answer) {
        const told = chan<number>(1);
        const how = await ends(answer, 80, async (ctx) => {
          go('helper', async () => {
            await ctx.done().receive();
            await told.send(now());
          });
          return 'soup';
        });
        return [how, await told.receive()];
      },
      expect: ['soup', 0],
      timers: 'patient',
    },
    {
      name: 'fails, and leaves a helper that listens',
      async play(answer) {
        const told = chan<number>(1);
        const how = await ends(answer, 90, async (ctx) => {
          go('helper', async () => {
            await ctx.done().receive();
            await told.send(now());
          });
          throw new Error('lumpy');
        });
        return [how, await told.receive()];
      },
      expect: ['threw lumpy', 0],
      timers: 'patient',
    },
    {
      name: 'asked again after a late one',
      async play(answer) {
        const serve = (ms: number, dish: string) => async () => {
          await sleep(ms);
          return dish;
        };
        return [
          await ends(answer, 10, serve(70, 'cold')),
          await ends(answer, 100, serve(80, 'warm')),
        ];
      },
      expect: ['threw too late', 'warm'],
      timers: 'patient',
    },
    {
      name: 'ready just when the time is over',
      play: (answer) =>
        ends(answer, 5, async () => {
          await sleep(5);
          return 'toast';
        }),
      expect: (how: string) =>
        ['toast', 'threw too late'].includes(how),
    },
  ],
  mistakes: {
    'tells-too-soon': {
      verdict: 'wrong-result',
      code: /cancel\(\);\s*result = await/,
      say: 'The work is told to stop before it has begun, and whoever waits for `ctx.done()` hears that too, and takes it for the end of the time.',
    },
    'swallows-the-error': {
      verdict: 'wrong-result',
      scene: 'an error at once',
      say: 'The work failed at once, and the caller heard of it only when the time was over, as “too late”. An error is a result, too.',
    },
    'waits-for-the-work': {
      verdict: 'wrong-result',
      scene: 'slow, and does not listen',
      code: /^(?![\s\S]*\bgo\()/,
      say: 'It tells the work that the time is over, and then waits until the work agrees. This work does not listen, and the limit was no limit.',
    },
    'drops-if-nobody-waits': {
      verdict: 'wrong-result',
      code: /otherwise\(/,
      say: 'The work was so quick that nobody stood at the channel yet, and its result was dropped. Then the caller waited for it until it was too late.',
    },
    'closes-on-the-way-out': {
      verdict: 'panic',
      message: /send on closed channel/,
      say: 'The work is late, and sends on a channel that has been closed in the meantime: a panic, which in Go ends the program. Only who sends may close.',
    },
    'only-room': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*cancel)[\s\S]*chan<string>\(1\)/,
      say: 'The result would find room now. But this work goes on until it is told, and nobody tells it: the time is over in `within`, and not in the context.',
    },
    'tells-only-when-late': {
      verdict: 'wrong-result',
      scene: 'leaves a helper that listens',
      say: 'The work was done at once, and its helper listened for 80 ms more, until the time of the context was over by itself. With a limit of an hour, that is an hour.',
    },
    'tells-unless-it-fails': {
      verdict: 'wrong-result',
      scene: 'fails, and leaves a helper that listens',
      say: 'The work failed at once, and its helper listened until the time of the context was over by itself. An error is a way out, too: cancel on every one.',
    },
    'tells-later': {
      verdict: 'wrong-result',
      scene: 'goes on until it is told',
      say: 'You gave up when the time was over, and the work was told later than that. Until then it worked for somebody who had left. Let one clock, that of the context, end both.',
    },
    'channels-for-all': {
      verdict: 'wrong-result',
      scene: 'asked again after a late one',
      say: 'All calls share the two channels. The late answer to one question lay there when the next was asked, and was taken for its answer.',
    },
    'drains-after': {
      verdict: 'leak',
      code: /go\('drain'/,
      say: 'Now somebody comes for a late result. If the work fails instead, or was in time, that somebody waits for a result that does not come.',
    },
    'room-for-results-only': {
      verdict: 'leak',
      code: /chan<string>\(1\)/,
      say: 'A late result finds room; a late error waits for somebody to take it. There are two ways to report, and each needs a place.',
    },
    'no-room': {
      verdict: 'leak',
      code: /cancel/,
      say: 'The work was told, and stopped, and now wants to say how it ended. Nobody is there any more. Where could it leave its report?',
    },
  },
});
