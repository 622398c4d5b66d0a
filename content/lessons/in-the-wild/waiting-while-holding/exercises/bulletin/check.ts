import { check } from 'happens-before/check';
import { chan, go, sleep } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one stops instead of receiving',
      async play({ Bulletin }) {
        const bulletin = new Bulletin();
        const reader = await bulletin.subscribe();
        const published = chan<void>(1);
        go('publisher', async () => {
          await bulletin.publish('rain');
          await bulletin.publish('mud');
          await published.send();
        });
        await reader.stop();
        await published.receive();
        return 'over';
      },
      expect: 'over',
    },
    {
      name: 'one receives, and stops at the next',
      async play({ Bulletin }) {
        const bulletin = new Bulletin();
        const reader = await bulletin.subscribe();
        const published = chan<void>(1);
        go('publisher', async () => {
          await bulletin.publish('wind');
          await bulletin.publish('hail');
          await published.send();
        });
        const heard = await reader.news.receive();
        await reader.stop();
        await published.receive();
        return heard;
      },
      expect: 'wind',
    },
    {
      name: 'two readers, two texts',
      async play({ Bulletin }) {
        const bulletin = new Bulletin();
        const ann = await bulletin.subscribe();
        const ben = await bulletin.subscribe();
        go('publisher', async () => {
          await bulletin.publish('one');
          await bulletin.publish('two');
        });
        const heard: unknown[] = [];
        for (const { news } of [ann, ben, ann, ben]) {
          heard.push(await news.receive());
        }
        return heard;
      },
      expect: ['one', 'one', 'two', 'two'],
    },
    {
      name: 'a slow reader',
      async play({ Bulletin }) {
        const bulletin = new Bulletin();
        const reader = await bulletin.subscribe();
        const published = chan<void>(1);
        go('publisher', async () => {
          await bulletin.publish('snow');
          await published.send();
        });
        await sleep(300);
        const early = published.length;
        const heard = await reader.news.receive();
        await published.receive();
        return [early, heard];
      },
      expect: [0, 'snow'],
      timers: 'patient',
    },
    {
      name: 'somebody comes while another is slow',
      async play({ Bulletin }) {
        const bulletin = new Bulletin();
        const slow = await bulletin.subscribe();
        const over = chan<void>(1);
        go('publisher', async () => {
          await bulletin.publish('fog');
          await over.send();
        });
        const late = await bulletin.subscribe();
        await late.stop();
        const heard = await slow.news.receive();
        await over.receive();
        return heard;
      },
      expect: 'fog',
    },
    {
      name: 'stopped twice',
      async play({ Bulletin }) {
        const bulletin = new Bulletin();
        const reader = await bulletin.subscribe();
        await reader.stop();
        await reader.stop();
        await bulletin.publish('sun');
        return 'quiet';
      },
      expect: 'quiet',
    },
    {
      name: 'the first one goes, and the second one stays',
      async play({ Bulletin }) {
        const bulletin = new Bulletin();
        const ann = await bulletin.subscribe();
        const ben = await bulletin.subscribe();
        const heard = chan<string>(2);
        go('publisher', async () => {
          await bulletin.publish('dew');
          await heard.send('published');
        });
        go('ben', async () => {
          await heard.send((await ben.news.receive())!);
        });
        await ann.stop();
        return [await heard.receive(), await heard.receive()]
          .sort()
          .join(' ');
      },
      expect: 'dew published',
    },
  ],
  mistakes: {
    'stops-at-the-first-gone': {
      verdict: 'deadlock',
      scene: 'the first one goes, and the second one stays',
      say: 'One reader had gone, and `publish` took that for the end of its work. Those after it on the list have not stopped, and never hear this text.',
    },
    'closes-twice': {
      verdict: 'panic',
      message: /close of closed channel/,
      say: 'A reader may stop twice, and the second time there is nothing left to close: that is a panic. Whoever finds itself in the list is the first.',
    },
    'closes-the-news': {
      verdict: 'panic',
      message: /send on closed channel/,
      code: /\[\.\.\.this\.#readers\]/,
      say: 'The reader closes the channel on which somebody is just about to send, and the sender panics. Only who sends may close. The reader needs another way to say that it goes.',
    },
    'stops-without-the-lock': {
      verdict: 'panic',
      message: /send on closed channel/,
      say: 'It no longer waits for the lock, and changes the list while somebody goes through it; and the sender finds a closed channel.',
    },
    drops: {
      verdict: 'wrong-result',
      code: /otherwise\(/,
      say: 'Nobody stood at the channel in that moment, so the text was dropped, and the reader hears the next one in its place. Slow is not the same as gone.',
    },
    'gives-up': {
      verdict: 'wrong-result',
      code: /after\(/,
      say: 'After a while it takes the slow reader for one that has gone, and the text is lost. It also keeps everybody waiting for those who have. Let them say so.',
    },
    'stop-is-a-message': {
      verdict: 'deadlock',
      code: /gone\.send/,
      say: 'The goodbye is a message, and nobody comes for it if nothing is being published. To close a channel says the same, and waits for nobody.',
    },
    'holds-while-it-selects': {
      verdict: 'deadlock',
      code: /gone\.onReceive/,
      say: 'Whoever stops gets through now. Whoever wants to subscribe still waits for the lock, and it is held for as long as the slowest reader likes.',
    },
    'sends-to-a-copy': {
      verdict: 'deadlock',
      code: /\[\.\.\.this\.#readers\]/,
      say: 'The lock is free and `stop` gets through. But the one who publishes stands at the channel of a reader who has gone, and nobody tells it.',
    },
    'more-room': {
      verdict: 'deadlock',
      code: /chan<string>\([1-9]/,
      say: 'The first text finds room. With one more than there is room for, the sender waits with the lock in its hand, as before.',
    },
    'a-goroutine-each': {
      verdict: 'leak',
      code: /\bgo\(/,
      say: 'Nobody waits any more, except the goroutine that was left with the text for a reader who has gone. And nobody knows in which order two of them come.',
    },
  },
});
