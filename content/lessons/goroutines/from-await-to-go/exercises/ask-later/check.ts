import { check } from 'happens-before/check';
import { chan, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'asked once',
      async play({ start }) {
        const price = start(async () => 3);
        return await price();
      },
      expect: 3,
      maxSteps: 300,
    },
    {
      name: 'begins before anybody asks',
      async play({ start }) {
        const news = chan<string>();
        const price = start(async () => {
          await news.send('the oven is on');
          return 8;
        });
        const heard = await news.receive();
        return [heard, await price()];
      },
      expect: ['the oven is on', 8],
    },
    {
      name: 'asked by two, and again',
      async play({ start }) {
        let calls = 0;
        const price = start(async () => {
          calls += 1;
          return 5;
        });
        const both = new WaitGroup();
        const heard = [0, 0];
        both.go(async () => {
          heard[0] = await price();
        });
        both.go(async () => {
          heard[1] = await price();
        });
        await both.wait();
        let more = 0;
        for (let time = 0; time < 5; time++) more += await price();
        return [...heard, more, `${calls} × worked`];
      },
      expect: [5, 5, 25, '1 × worked'],
    },
    {
      name: 'the work fails',
      async play({ start }) {
        const price = start(async (): Promise<number> => {
          throw new Error('no cake left');
        });
        const heard: string[] = [];
        for (let time = 0; time < 2; time++) {
          try {
            heard.push(`${await price()}`);
          } catch (error) {
            heard.push((error as Error).message);
          }
        }
        return heard;
      },
      expect: ['no cake left', 'no cake left'],
    },
    {
      name: 'nobody asks',
      async play({ start }) {
        const done = chan<void>(1);
        start(async () => {
          await done.send();
          return 1;
        });
        await done.receive();
        return 'on we go';
      },
      expect: 'on we go',
    },
    {
      name: 'fails, and nobody asks',
      async play({ start }) {
        const done = chan<void>(1);
        start(async () => {
          await done.send();
          throw new Error('no cake left');
        });
        await done.receive();
        return 'on we go';
      },
      expect: 'on we go',
    },
  ],
  mistakes: {
    'works-again': {
      verdict: 'deadlock',
      scene: 'begins before anybody asks',
      code: /go\(/,
      say: 'Each question does the work anew. It may be slow, or cost money, or give another answer the second time; here it waits for somebody who has come and gone. Do it once and keep what came out.',
    },
    'only-when-asked': {
      verdict: 'deadlock',
      scene: 'begins before anybody asks',
      say: 'The work is waiting to be asked for. “Start” means now: whoever has started it may have other things to do, and wants them done at the same time.',
    },
    'closes-after-the-first': {
      verdict: 'wrong-result',
      scene: 'asked by two, and again',
      code: /close\(\)/,
      say: 'The first to ask takes the value, and after that the channel has nothing but its end. A closed channel keeps no copy of what was in it.',
    },
    'room-for-one': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*(close|catch))/,
      say: 'One value was sent, and one receiver can have it. Whoever asks next waits for a second one, which nobody sends.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*receive)/,
      say: 'Whoever asks early gets what is there so far, which is nothing. Asking has to wait until there is a result.',
    },
    'looks-now-and-then': {
      verdict: 'livelock',
      code: /while/,
      say: 'There is an order in which you look, and sleep, and look, and the worker never has a turn. And even when you find something, nothing puts the writing of it before your reading. Wait for something that the worker does.',
    },
    'hands-on-a-promise': {
      verdict: 'error',
      scene: 'fails, and nobody asks',
      say: 'A promise that fails and that nobody has asked is an error of its own, and ends the program. Keep the failure as a value, and throw it when somebody asks.',
    },
    'forgets-the-failure': {
      verdict: 'error',
      say: 'The work has failed in a goroutine, and nobody is above it to catch that. In Go this ends the program. The worker has to catch it, and keep it for whoever asks.',
    },
    'swallows-the-failure': {
      verdict: 'wrong-result',
      scene: 'the work fails',
      say: 'The failure was caught, and that was the last that anybody heard of it. Whoever asks is told something that looks like a result.',
    },
    'no-close-on-failure': {
      verdict: 'deadlock',
      scene: 'the work fails',
      say: 'If all goes well, the worker says that it is over. If not, it says nothing, and whoever asks waits for ever. There are two ways out, and both have to say it.',
    },
    'insists-on-telling': {
      verdict: 'leak',
      scene: 'fails, and nobody asks',
      say: 'The work has failed, and the worker waits for somebody to tell it to. It may be that nobody ever asks. Whatever it leaves behind for those who do, leaving it must not take a second person.',
    },
    'closes-too-soon': {
      verdict: 'wrong-result',
      code: /close\(\);\s*result =/,
      say: 'The worker says that the result is there, and then puts it there. Between the two, somebody may look.',
    },
  },
});
