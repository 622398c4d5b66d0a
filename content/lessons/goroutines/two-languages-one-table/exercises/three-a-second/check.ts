import { check } from 'happens-before/check';
import { Mutex, now, sleep } from 'happens-before/go';
import type * as Answer from './solution';

/** A service that notes when its calls begin, and takes so many milliseconds for each. */
function service(takes: (at: number) => number) {
  const begun: number[] = [];
  const book = new Mutex();
  return {
    async call(job: string) {
      await book.lock();
      const at = begun.push(now()) - 1;
      book.unlock();
      await sleep(takes(at));
      return `price of ${job}`;
    },
    /** The most calls that began within one second. */
    most: () => Math.max(0, ...begun.map((from) => begun.filter((t) => t >= from && t < from + 1_000).length)),
    begun,
  };
}

const letters = (n: number) => Array.from({ length: n }, (_, at) => 'abcdefgh'[at]!);
const prices = (n: number) => letters(n).map((job) => `price of ${job}`);

export default check<typeof Answer>({
  scenes: [
    {
      name: 'four quick calls',
      async play({ callAll }) {
        const quick = service(() => 40);
        const results = await callAll(letters(4), quick.call);
        return { results, 'three a second': quick.most() <= 3 };
      },
      expect: { results: prices(4), 'three a second': true },
      timers: 'patient',
    },
    {
      name: 'four calls of five seconds',
      async play({ callAll }) {
        const slow = service(() => 5_000);
        const results = await callAll(letters(4), slow.call);
        const inTime = slow.begun.filter((t) => t <= 1_500).length;
        return { results, 'three a second': slow.most() <= 3, 'begun within a second and a half': inTime };
      },
      expect: { results: prices(4), 'three a second': true, 'begun within a second and a half': 4 },
      timers: 'patient',
    },
    {
      name: 'the first is the last to come back',
      async play({ callAll }) {
        const uneven = service((at) => 3_000 - 900 * at);
        return await callAll(letters(3), uneven.call);
      },
      expect: prices(3),
      timers: 'patient',
    },
    {
      name: 'nothing to ask',
      play: ({ callAll }) => callAll([], async (job) => job),
      expect: [],
      timers: 'patient',
    },
  ],
  mistakes: {
    'as-they-come': {
      verdict: 'race',
      code: /push/,
      say: 'The goroutines append to the same array as their answers come, in whatever order that is, and at the same time. Give each of them a place of its own.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?=[\s\S]*go\()(?![\s\S]*(wait\(|receive))/,
      say: 'Begun in good order, and then you return without a single price. Who tells you that the calls are back?',
    },
    'waits-for-the-three': {
      verdict: 'wrong-result',
      scene: 'four calls of five seconds',
      code: /for[\s\S]*for[\s\S]*wait\(\)[\s\S]*sleep/,
      say: 'The fourth call waits for the first three to come back, and then a second more. The service counts how many you begin, and does not care how many are under way.',
    },
    'one-after-another': {
      verdict: 'wrong-result',
      scene: 'four calls of five seconds',
      code: /^(?![\s\S]*(go\())/,
      say: 'Each call waits for the one before. It is slow enough for the service, and as slow as the slowest of the calls, four times.',
    },
    'full-bucket': {
      verdict: 'wrong-result',
      scene: 'four quick calls',
      code: /sleep[\s\S]*send/,
      say: 'The bucket is full at the beginning: three calls go at once, and after a third of a second the next, which is the fourth in the same second.',
    },
    'all-sleep-alike': {
      verdict: 'wrong-result',
      scene: 'four quick calls',
      code: /go\(async[\s\S]*sleep/,
      say: 'Each goroutine sleeps, and they all sleep at the same time. A third of a second later they all call together. It is between the calls that somebody has to sleep.',
    },
    'a-little-early': {
      verdict: 'wrong-result',
      scene: 'four quick calls',
      code: /sleep[\s\S]*go\(/,
      say: 'Nearly. Write down when the first four calls begin, and count those before the second is over.',
    },
    'smaller-semaphore': {
      verdict: 'wrong-result',
      code: /chan<\w+>\((1|2|\d\d+)\)/,
      say: 'A semaphore counts those who are under way, whatever its size. If calls are quick, a smaller one still begins too many in a second, and if they are slow, too few.',
    },
    'all-at-once': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(sleep|chan|[Tt]ick))/,
      say: 'Nobody slows anybody down. However many jobs there are, all of them begin in the same moment.',
    },
  },
});
