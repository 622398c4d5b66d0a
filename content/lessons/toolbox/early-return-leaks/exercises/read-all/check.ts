import { check } from 'happens-before/check';
import { chan, go, otherwise, select, sleep } from 'happens-before/go';
import type { Chan } from 'happens-before/go';
import type * as Answer from './solution';

type Quit = Chan<void>;
type Read = (part: string, quit: Quit) => Promise<string>;

/** Never comes to a text: reads until it is told to quit. */
const endless: Read = async (_part, quit) => {
  await quit.receive();
  throw new Error('told to quit');
};

const torn: Read = async (part) => {
  throw new Error(`${part} is torn`);
};

/** The texts, or the message of the error. */
async function ends(
  { readAll }: typeof Answer,
  reads: Record<string, Read>,
) {
  const read: Read = (part, quit) => reads[part]!(part, quit);
  try {
    return [...(await readAll(Object.keys(reads), read))];
  } catch (error) {
    return (error as Error)?.message ?? 'an error that is none';
  }
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'the first part waits for the second',
      play(answer) {
        const pages = chan<string>();
        return ends(answer, {
          preface: async () => `see ${await pages.receive()}`,
          index: async () => {
            await pages.send('page 9');
            return 'tea, 9';
          },
        });
      },
      expect: ['see page 9', 'tea, 9'],
    },
    {
      name: 'no parts',
      play: (answer) => ends(answer, {}),
      expect: [],
    },
    {
      name: 'one is endless, one is torn',
      play: (answer) => ends(answer, { a: endless, b: torn }),
      expect: 'b is torn',
    },
    {
      name: 'two are endless, one is torn',
      play: (answer) =>
        ends(answer, { x: endless, y: torn, z: endless }),
      expect: 'y is torn',
    },
    {
      name: 'two are torn',
      play: (answer) => ends(answer, { c: torn, d: torn }),
      expect: (message: string) =>
        ['c is torn', 'd is torn'].includes(message),
    },
    {
      name: 'a read that leaves a watcher',
      play: (answer) =>
        ends(answer, {
          e: async (_part, quit) => {
            go('watcher', async () => {
              await quit.receive();
            });
            return 'text of e';
          },
        }),
      expect: ['text of e'],
    },
    {
      name: 'a blank page',
      play: (answer) => ends(answer, { f: async () => '' }),
      expect: [''],
    },
    {
      name: 'many are torn, one after another',
      play(answer) {
        const reads: Record<string, Read> = {};
        for (let page = 0; page < 120; page++) {
          reads[`page ${page}`] = async (part, quit) => {
            await sleep(page);
            return torn(part, quit);
          };
        }
        return ends(answer, reads);
      },
      expect: 'page 0 is torn',
      timers: 'patient',
    },
    {
      name: 'looked at when it is over',
      async play(answer) {
        let seen: Quit | undefined;
        await ends(answer, {
          g: (part, quit) => {
            seen = quit;
            return torn(part, quit);
          },
        });
        return await select(
          seen!.onReceive(() => 'closed'),
          otherwise(() => 'open'),
        );
      },
      expect: 'closed',
    },
  ],
  mistakes: {
    'blank-is-an-error': {
      verdict: 'wrong-result',
      scene: 'a blank page',
      say: 'A part may be empty, and that is its text. An error is an error because the read has thrown.',
    },
    'room-for-a-few': {
      verdict: 'leak',
      scene: 'many are torn, one after another',
      say: 'There is room for some reports, and there are more parts than that. The number of places has to come from the number of parts.',
    },
    'quits-later': {
      verdict: 'wrong-result',
      scene: 'looked at when it is over',
      say: '`readAll` is over, and `quit` will be closed when somebody gets round to it. Close it before you return.',
    },
    'one-by-one': {
      verdict: 'deadlock',
      scene: 'the first part waits for the second',
      code: /^(?![\s\S]*\bgo\()/,
      say: 'The second part is not begun before the first is read, and the first waits for it. All reads have to be under way together.',
    },
    'in-order-of-arrival': {
      verdict: 'wrong-result',
      scene: 'the first part waits for the second',
      say: 'The texts stand in the order in which they came in. Let each report say which part it is of.',
    },
    'waits-for-the-rest': {
      verdict: 'deadlock',
      scene: 'one is endless, one is torn',
      code: /\.close\(|\bclose\(/,
      say: 'It waits for every read before it tells any of them to quit, and an endless read ends only when it is told. The error is in hand already: tell them now.',
    },
    'in-turn': {
      verdict: 'deadlock',
      scene: 'one is endless, one is torn',
      say: 'It stands waiting for the first part, which is endless, and the error of the second never gets a hearing. Nobody tells the first to quit.',
    },
    'never-quits': {
      verdict: 'leak',
      code: /^(?![\s\S]*quit\.(close|send))/,
      say: 'The report of a read that goes on has room, but the read never comes to a report: nobody has told it to quit, and it waits for that.',
    },
    'tells-one': {
      verdict: 'leak',
      scene: 'two are endless, one is torn',
      code: /quit\.send\(|quit\.onSend\(/,
      say: 'A value sent on `quit` is received once, by one read. The other has heard nothing. There is a way to tell all who listen, now and later.',
    },
    'no-room': {
      verdict: 'leak',
      scene: 'one is endless, one is torn',
      say: 'The read has quit as it was told. Now its goroutine wants to report that, and nobody comes for the report any more.',
    },
    'quits-only-on-error': {
      verdict: 'leak',
      scene: 'a read that leaves a watcher',
      say: 'All went well, so nobody closed `quit`, and what the read left running still listens. “You can stop” is news in both cases.',
    },
    'everybody-closes': {
      verdict: 'panic',
      message: /close of closed channel/,
      say: 'Two reads fail, two goroutines close `quit`, and the second close is a panic. One task should do the closing: the one that knows when it is all over.',
    },
    'closes-the-reports': {
      verdict: 'panic',
      message: /send on closed channel/,
      say: 'A read quits, its goroutine sends the report, and the channel for reports is closed: a panic. There is no need to close it. Nobody waits for its end.',
    },
  },
});
