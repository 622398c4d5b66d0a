import { check } from 'happens-before/check';
import { chan, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** Reads out these lines, and then “static” for ever. */
function station(...lines: string[]) {
  return async () => lines.shift() ?? 'static';
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two lines of news',
      async play({ turnOn }) {
        const radio = turnOn(station('rain', 'wind'));
        const heard = [];
        heard.push(await radio.news.receive());
        heard.push(await radio.news.receive());
        await radio.stop();
        return heard;
      },
      expect: ['rain', 'wind'],
    },
    {
      name: 'stopped before anybody listens',
      async play({ turnOn }) {
        const radio = turnOn(station('fog'));
        await radio.stop();
        return 'quiet';
      },
      expect: 'quiet',
    },
    {
      name: 'listening after the end',
      async play({ turnOn }) {
        const radio = turnOn(station('hail', 'sun'));
        const first = await radio.news.receive();
        await radio.stop();
        return [first, ...(await radio.news.receiveOk())];
      },
      expect: ['hail', undefined, false],
    },
    {
      name: 'nothing is fetched after stop',
      async play({ turnOn }) {
        const begun = chan<string>(3);
        const over = chan<string>(3);
        const radio = turnOn(async () => {
          await begun.send('?');
          await over.send('!');
          return 'frost';
        });
        await radio.stop();
        return begun.length - over.length;
      },
      expect: 0,
    },
    {
      name: 'stopped twice',
      async play({ turnOn }) {
        const radio = turnOn(station('ice'));
        await radio.stop();
        await radio.stop();
        return 'quiet';
      },
      expect: 'quiet',
    },
    {
      name: 'two people stop it',
      async play({ turnOn }) {
        const begun = chan<string>(2);
        const over = chan<string>(2);
        const radio = turnOn(async () => {
          await begun.send('?');
          await over.send('!');
          return 'mist';
        });
        const people = new WaitGroup();
        const underWay = [0, 0];
        for (const person of [0, 1]) {
          people.go(async () => {
            await radio.stop();
            underWay[person] = begun.length - over.length;
          });
        }
        await people.wait();
        return [...underWay];
      },
      expect: [0, 0],
    },
  ],
  mistakes: {
    'a-flag': {
      verdict: 'leak',
      code: /=\s*(true|false)\b|\.store\(/,
      say: 'The radio looks at the switch between two sends, and it spends its life *in* a send, where nobody comes to listen. It has to wait for a listener and for the switch at the same time.',
    },
    'looks-then-sends': {
      verdict: 'deadlock',
      scene: 'two lines of news',
      say: 'The radio looks whether it should stop, sees nothing, and then waits to send. Whoever stops it a moment later is not noticed. Looking and sending have to be one and the same wait.',
    },
    'closes-the-news': {
      verdict: 'panic',
      message: /send on closed channel/,
      say: 'The radio was about to send on the channel that you closed. The sender has to do the closing, when it sends no more. What you need is a way to tell the sender.',
    },
    'tells-with-a-value': {
      verdict: 'deadlock',
      scene: 'stopped twice',
      say: 'The first stop hands over its word, and the radio goes off. The second stands there with the same word and finds nobody to take it. What could be said to a goroutine that may be gone already?',
    },
    'closes-twice': {
      verdict: 'panic',
      message: /close of closed channel/,
      scene: 'stopped twice',
      say: 'A channel can be closed once, and your radio was stopped twice. The second stop has nothing left to close.',
    },
    'first-come-flag': {
      verdict: 'panic',
      message: /close of closed channel/,
      scene: 'two people stop it',
      say: 'Two people look whether it has been stopped, both see that it has not, and both close. Looking and noting it down come apart, like the read and the write of a counter. Something in the toolbox runs a function once, whoever asks.',
    },
    'keeps-listeners': {
      verdict: 'deadlock',
      scene: 'listening after the end',
      say: 'The radio is off, and its listener still waits for news: nobody has closed that channel. You have mended one leak and made another.',
    },
    'second-does-not-wait': {
      verdict: 'wrong-result',
      scene: 'two people stop it',
      say: 'The first to stop it waits until it is off. The second finds that somebody is at it, and leaves while the radio is still fetching. “Somebody sees to it” is not “it is done”: both have been promised the same.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /close\(/,
      say: 'You told it to stop, and went on before it had. It may still be fetching, or find one more listener. What could a goroutine do, as its very last act, that you can wait for?',
    },
  },
});
