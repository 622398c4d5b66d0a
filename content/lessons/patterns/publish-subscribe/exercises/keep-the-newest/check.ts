import { check } from 'happens-before/check';
import { chan, go, type Chan } from 'happens-before/go';
import type * as Answer from './solution';

async function rest(inbox: Chan<string>) {
  const seen: string[] = [];
  inbox.close();
  for await (const text of inbox) seen.push(text);
  return seen;
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'there is room',
      async play({ offer }) {
        const inbox = chan<string>(3);
        const dropped = [
          await offer(inbox, 'a'),
          await offer(inbox, 'b'),
        ];
        return [...dropped, ...(await rest(inbox))];
      },
      expect: [0, 0, 'a', 'b'],
    },
    {
      name: 'five messages, room for three',
      async play({ offer }) {
        const inbox = chan<string>(3);
        let dropped = 0;
        const report = ['rain', 'wind', 'fog', 'sun', 'snow'];
        for (const text of report) {
          dropped += await offer(inbox, text);
        }
        return [dropped, ...(await rest(inbox))];
      },
      expect: [2, 'fog', 'sun', 'snow'],
    },
    {
      name: 'somebody reads at the same time',
      async play({ offer }) {
        const inbox = chan<string>(1);
        const got = chan<string>(2);
        await offer(inbox, 'old');
        go('reader', async () => {
          await got.send((await inbox.receive())!);
        });
        const dropped = await offer(inbox, 'new');
        const read = (await got.receive())!;
        return [dropped, read, ...(await rest(inbox))].join(' ');
      },
      expect: (seen: unknown) => {
        // The reader was first, or the old one was thrown away.
        return seen === '0 old new' || seen === '1 new';
      },
    },
  ],
  mistakes: {
    'a-goroutine-for-each': {
      verdict: 'wrong-result',
      code: /\bgo\(/,
      say: 'Nobody waits but the goroutines, each with a message that nobody will take. It is an inbox without a limit, in another place.',
    },
    'makes-room-first': {
      verdict: 'wrong-result',
      scene: 'there is room',
      say: 'There was room, and a message was thrown away. Drop one only when the new one does not fit.',
    },
    'drops-the-new': {
      verdict: 'wrong-result',
      scene: 'five messages, room for three',
      got: [2, 'rain', 'wind', 'fog'],
      say: 'What is kept are the oldest messages, and the newest are gone. For a weather report it should be the other way round.',
    },
    'empties-it': {
      verdict: 'wrong-result',
      scene: 'five messages, room for three',
      say: 'It threw away everything to put in one. One place is enough.',
    },
    'looks-and-takes': {
      verdict: 'deadlock',
      scene: 'somebody reads at the same time',
      say: 'It saw that the inbox was full and went to take one out, and the reader had been there before it. What was seen a moment ago is no reason to wait.',
    },
    'counts-whatever-comes': {
      verdict: 'wrong-result',
      scene: 'somebody reads at the same time',
      say: 'The reader took the old one, and it was counted as thrown away. Count what you have really taken out.',
    },
  },
});
