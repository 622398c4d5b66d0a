import { check } from 'happens-before/check';
import { atomic, chan, go, sleep } from 'happens-before/go';
import type * as Answer from './solution';

type Flights = ReturnType<typeof Answer.makeFlights<string>>;

/** What a call gives, or the message of what it throws. */
async function ends(call: Promise<string>) {
  try {
    return await call;
  } catch (error) {
    return (error as Error)?.message ?? 'an error that is none';
  }
}

/** Calls for one key that begin together, and how often `work` ran. */
async function together(
  flights: Flights,
  callers: number,
  work: () => Promise<string>,
) {
  const runs = new atomic.Int32();
  const results = chan<string>(callers);
  for (let i = 0; i < callers; i++) {
    go(async () => {
      const counted = () => {
        runs.add(1);
        return work();
      };
      await results.send(await ends(flights.do('tea', counted)));
    });
  }
  const got: unknown[] = [];
  for (let i = 0; i < callers; i++) got.push(await results.receive());
  return [...got, runs.load()];
}

const slowly = (text: string) => async () => {
  await sleep(20);
  return text;
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two that come together',
      play: ({ makeFlights }) =>
        together(makeFlights(), 2, slowly('hot')),
      expect: ['hot', 'hot', 1],
      timers: 'patient',
    },
    {
      name: 'one after the other',
      async play({ makeFlights }) {
        const flights = makeFlights<string>();
        const first = await flights.do('tea', async () => 'fresh');
        const second = await flights.do('tea', async () => 'later');
        return [first, second];
      },
      expect: ['fresh', 'later'],
    },
    {
      name: 'one key waits for another',
      async play({ makeFlights }) {
        const flights = makeFlights<string>();
        const pot = chan<string>();
        go(async () => {
          await flights.do('tea', async () => {
            await pot.send('a pot');
            return 'tea';
          });
        });
        const with_ = async () => `cake and ${await pot.receive()}`;
        return await flights.do('cake', with_);
      },
      expect: 'cake and a pot',
    },
    {
      name: 'three fail together, the fourth comes later',
      async play({ makeFlights }) {
        const flights = makeFlights<string>();
        const first = await together(flights, 3, async () => {
          await sleep(20);
          throw new Error('cold');
        });
        const fourth = await ends(flights.do('tea', slowly('hot')));
        return [...first, fourth];
      },
      expect: ['cold', 'cold', 'cold', 1, 'hot'],
      timers: 'patient',
    },
    {
      name: 'two in any order',
      async play({ makeFlights }) {
        const work = async () => 'ready';
        const [a, b] = await together(makeFlights(), 2, work);
        return [a, b];
      },
      expect: ['ready', 'ready'],
    },
    {
      name: 'an empty page',
      play: ({ makeFlights }) =>
        ends(makeFlights<string>().do('tea', async () => '')),
      expect: '',
    },
    {
      name: 'one who joined comes again',
      async play({ makeFlights }) {
        const flights = makeFlights<string>();
        const pots = new atomic.Int32();
        const drink = () =>
          flights.do('tea', async () => {
            const pot = pots.add(1);
            await sleep(20);
            return `pot ${pot}`;
          });
        const later = chan<string>(1);
        go(drink);
        go(drink);
        go(async () => {
          await sleep(30);
          await later.send(await drink());
        });
        await sleep(1);
        return [await drink(), await drink(), await later.receive()];
      },
      expect: ['pot 1', 'pot 2', 'pot 2'],
      timers: 'patient',
    },
  ],
  mistakes: {
    'asks-the-value': {
      verdict: 'wrong-result',
      scene: 'an empty page',
      say: 'An empty page is a page. Whether the work has failed is something to write down, and not to guess from the value.',
    },
    'tells-then-forgets': {
      verdict: 'wrong-result',
      scene: 'one who joined comes again',
      got: ['pot 1', 'pot 1', 'pot 2'],
      say: 'Those who joined were told before the flight was struck off. One of them asked again at once, found it still there, and got the old result. First forget, then tell.',
    },
    'everybody-forgets': {
      verdict: 'wrong-result',
      scene: 'one who joined comes again',
      say: 'Everybody who had the result struck off the flight for this key, and by then it was another one, still in the air. Who came after that could not join it. Who begins a flight forgets it, once.',
    },
    'looks-then-puts': {
      verdict: 'wrong-result',
      scene: 'two that come together',
      code: /flights\.get\(key\);\s*mutex\.unlock/,
      say: 'Both looked and found nobody in the air; then both took off. To look and to put in your own has to be one thing, under one lock.',
    },
    'without-a-lock': {
      verdict: 'wrong-result',
      scene: 'two that come together',
      code: /^(?![\s\S]*(Mutex|Lock))/,
      say: 'Several goroutines read and change the map at the same time. In Go that may stop the whole program. Who looks into it needs the lock, and who changes it, too.',
    },
    'forgets-too-early': {
      verdict: 'wrong-result',
      scene: 'two that come together',
      code: /flights\.delete[\s\S]*await work\(\)/,
      say: 'The flight is struck off before it has landed, so that nobody can find it and join. Forget it when its result is there.',
    },
    'holds-the-lock': {
      verdict: 'wrong-result',
      scene: 'two that come together',
      code: /^(?![\s\S]*Map)/,
      say: 'One at a time, whatever the key, and each of them works all the same. The second caller needs the result of the first, not its place.',
    },
    'a-lock-for-each-key': {
      verdict: 'wrong-result',
      scene: 'two that come together',
      code: /Map<string, Mutex>/,
      say: 'The second waits until the first is done, and then does it all again. It has to come away with what the first has got.',
    },
    'never-forgets': {
      verdict: 'wrong-result',
      scene: 'one after the other',
      say: 'The second call came when nobody was in the air any more, and got the old result. This is no cache: what has landed is forgotten.',
    },
    'leaves-them-waiting': {
      verdict: 'deadlock',
      scene: 'three fail together, the fourth comes later',
      code: /^(?![\s\S]*catch)/,
      say: 'The work has failed, and those who joined wait for a landing that will never be told. A flight that fails has ended, too.',
    },
    'tells-one-follower': {
      verdict: 'deadlock',
      scene: 'three fail together, the fourth comes later',
      say: 'One of those who joined has the result, and the next waits for another. A value on a channel is received once. What do all hear?',
    },
    'keeps-the-failures': {
      verdict: 'wrong-result',
      scene: 'three fail together, the fourth comes later',
      got: ['cold', 'cold', 'cold', 1, 'cold'],
      say: 'The fourth comes when all is over and gets the old failure. It is to have a flight of its own; forget those that failed as well.',
    },
    'only-the-first-fails': {
      verdict: 'wrong-result',
      scene: 'three fail together, the fourth comes later',
      say: 'The one who did the work heard of the error, and those who joined got a value that is none. An error is a result, too, and belongs to all who share the call.',
    },
  },
});
