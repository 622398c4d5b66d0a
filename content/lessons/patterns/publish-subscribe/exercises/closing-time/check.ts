import { check } from 'happens-before/check';
import { chan, go, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

async function allOf(inbox: Chan<string> | undefined) {
  const seen: string[] = [];
  if (inbox) for await (const text of inbox) seen.push(text);
  return seen;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two subscribers, two messages',
      async play({ makeBroker }) {
        const broker = makeBroker();
        const ann = await broker.subscribe();
        const bo = await broker.subscribe();
        const told = await broker.publish('rain');
        await broker.publish('sun');
        await broker.close();
        return [told, ...(await allOf(ann)), ...(await allOf(bo))];
      },
      expect: [true, 'rain', 'sun', 'rain', 'sun'],
    },
    {
      name: 'closed twice',
      async play({ makeBroker }) {
        const broker = makeBroker();
        const ann = await broker.subscribe();
        await broker.close();
        await broker.close();
        return await allOf(ann);
      },
      expect: [],
    },
    {
      name: 'a message after closing',
      async play({ makeBroker }) {
        const broker = makeBroker();
        const ann = await broker.subscribe();
        await broker.close();
        const told = await broker.publish('late');
        return told === ((await allOf(ann)).length === 1);
      },
      expect: true,
    },
    {
      name: 'a subscriber after closing',
      async play({ makeBroker }) {
        const broker = makeBroker();
        await broker.close();
        return await allOf(await broker.subscribe());
      },
      expect: [],
    },
    {
      name: 'a message and the end at the same time',
      async play({ makeBroker }) {
        const broker = makeBroker();
        const ann = await broker.subscribe();
        const told = chan<boolean>(1);
        go('editor', async () => {
          await told.send(await broker.publish('news'));
        });
        await broker.close();
        const seen = await allOf(ann);
        return (await told.receive()) === (seen.length === 1);
      },
      expect: true,
    },
  ],
  mistakes: {
    'leaves-the-inboxes-open': {
      verdict: 'deadlock',
      scene: 'two subscribers, two messages',
      code: /^(?![\s\S]*inbox\.close)/,
      say: 'The broker has gone home, and its readers wait for more news. Who sends on the inboxes, and so has to close them?',
    },
    'closes-the-inboxes-itself': {
      verdict: 'wrong-result',
      code: /inbox\.close\(\);\s*done\.close/,
      say: 'The inboxes are closed while the broker may still have a message to put in. The one who sends closes, and that is the broker.',
    },
    'closes-the-news': {
      verdict: 'panic',
      message: /send on closed channel/,
      say: 'Somebody publishes, and the channel has been closed by somebody who does not know of that. There may be any number of editors; none of them can close it for the others.',
    },
    'closes-twice': {
      verdict: 'panic',
      message: /close of closed channel/,
      say: 'The second `close` closes `done` once more. Closing a broker that is closed should be no trouble. What does a thing once, whoever asks?',
    },
    'if-the-broker-is-there': {
      verdict: 'wrong-result',
      scene: 'two subscribers, two messages',
      code: /otherwise/,
      say: 'The message was refused because the broker was busy for a moment. “Not now” is not “never”: wait for the broker or for the end, whichever comes.',
    },
    'room-for-the-news': {
      verdict: 'wrong-result',
      code: /news = chan<string>\(\d/,
      say: '“Accepted”, it said, and the message lies in a channel that nobody reads any more. Without room, an accepted message is one that the broker holds in its hands.',
    },
    'looks-first': {
      verdict: 'deadlock',
      code: /otherwise|\(!?(is)?[cC]losed\)/,
      say: 'It looked, the broker was there, and then the broker left. The waiting itself has to hear of the end.',
    },
    'only-publish-listens': {
      verdict: 'deadlock',
      scene: 'a subscriber after closing',
      say: 'Those who publish hear of the end, and those who subscribe do not. They wait for a broker who has gone.',
    },
  },
});
