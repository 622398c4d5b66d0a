import { check } from 'happens-before/check';
import { chan, go, Mutex, sleep, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

const line = (...guests: string[]): Answer.Line => ({ guests, lock: new Mutex() });

/** Each line has a counter, which serves until it finds nobody. */
async function dayOf({ next }: typeof Answer, lines: Answer.Line[]) {
  const open = new WaitGroup();
  const served: string[][] = lines.map(() => []);
  lines.forEach((mine, place) => {
    const others = lines.filter((other) => other !== mine);
    open.go(async () => {
      for (let guest = await next(mine, others); guest !== undefined; guest = await next(mine, others)) served[place]!.push(guest);
    });
  });
  await open.wait();
  return served.flat().sort();
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one’s own line first',
      async play({ next }) {
        const mine = line('Ann', 'Bo');
        const other = line('Cy');
        return [await next(mine, [other]), mine.guests, other.guests];
      },
      expect: ['Ann', ['Bo'], ['Cy']],
    },
    {
      name: 'half of five',
      async play({ next }) {
        const [mine, empty, long] = [line(), line(), line('Ann', 'Bo', 'Cy', 'Dee', 'Eve')];
        return [await next(mine, [empty, long]), mine.guests, long.guests];
      },
      expect: ['Ann', ['Bo', 'Cy'], ['Dee', 'Eve']],
    },
    {
      name: 'half of one, then nobody',
      async play({ next }) {
        const [mine, other] = [line(), line('Fay')];
        return [await next(mine, [other]), await next(mine, [other]), await next(other, [mine])];
      },
      expect: ['Fay', undefined, undefined],
    },
    {
      name: 'somebody has the lock for a moment',
      async play({ next }) {
        const [mine, other] = [line(), line('Fay')];
        const found = chan<string | undefined>();
        await other.lock.lock();
        go('counter', async () => {
          await found.send(await next(mine, [other]));
        });
        await sleep(1);
        other.lock.unlock();
        return await found.receive();
      },
      expect: 'Fay',
    },
    {
      name: 'two counters, one line',
      play: (answer) => dayOf(answer, [line('Ann'), line()]),
      expect: ['Ann'],
    },
    {
      name: 'both help each other out',
      play: (answer) => dayOf(answer, [line('Ann'), line('Bo')]),
      expect: ['Ann', 'Bo'],
      maxRuns: 4000,
    },
  ],
  mistakes: {
    'without-locks': {
      verdict: 'wrong-result',
      scene: 'two counters, one line',
      code: /^(?![\s\S]*lock\()/,
      say: 'One counter has seen Ann at the head of the line and not yet called her away from it, and the other sees her there as well. The line has a lock.',
    },
    'takes-all': {
      verdict: 'wrong-result',
      scene: 'half of five',
      code: /splice\(0\)/,
      say: 'The whole line moves over, and now the other counter is the one with nothing to do. It will come back for them. Take half.',
    },
    'one-at-a-time': {
      verdict: 'wrong-result',
      scene: 'half of five',
      code: /^(?![\s\S]*(splice|slice))/,
      say: 'One guest at a time works, and each of them costs a walk to the other counter and two turns at its lock. Take half, and you will not have to come back for a while.',
    },
    'sends-the-rest-home': {
      verdict: 'wrong-result',
      scene: 'half of five',
      code: /^(?![\s\S]*push)/,
      say: 'Three left the other line, and one is served. The others are in no line at all now. Where should they wait?',
    },
    'asks-only-the-first': {
      verdict: 'wrong-result',
      scene: 'half of five',
      code: /others\[0\]/,
      say: 'The first of the other lines is empty, and you gave up there. There are people at the next.',
    },
    'leaves-it-locked': {
      verdict: 'deadlock',
      scene: 'half of one, then nobody',
      say: 'An empty line was locked and never unlocked again. Every way out of the loop’s body has to give the lock back.',
    },
    'skips-busy-lines': {
      verdict: 'wrong-result',
      scene: 'somebody has the lock for a moment',
      code: /tryLock/,
      say: 'The line is locked, so you walk on, and say that there is nobody. Locked does not mean empty. It means: in a moment.',
    },
    'from-the-tail': {
      verdict: 'wrong-result',
      code: /splice\((Math|other)|slice\(-/,
      say: 'You have called over the rear half. Those who have waited longest go on waiting, and the last to come are served. Take the front.',
    },
    'rounds-down': {
      verdict: 'wrong-result',
      code: /floor|trunc|>> 1/,
      say: 'Up or down looks like a matter of taste, until there is one guest left. Half of one, rounded down, is nobody, and she would never be helped by anybody else.',
    },
    'holds-both': {
      verdict: 'deadlock',
      say: 'Each counter holds its own line locked while it asks for the other’s. When both do so at the same time, neither gets what it asks for.',
    },
    'counts-outside': {
      verdict: 'race',
      code: /other\.guests\.length[\s\S]*other\.lock\.lock/,
      say: 'You count the line, and then you lock it. In between somebody else may have taken people out of it. Count under the lock.',
    },
    'own-lock-only': {
      verdict: 'race',
      code: /^(?![\s\S]*other\.lock)/,
      say: 'You lock your own line and reach into the other’s. Its owner holds another lock, so the two of you do not keep each other out. A line is guarded by its own lock, whoever touches it.',
    },
    'looks-before-it-locks': {
      verdict: 'race',
      code: /next\([^)]*\)[^{]*\{((?!lock\.lock)[\s\S])*mine\.guests/,
      say: 'You touch your own line before you hold its lock. It is your own, but it is not only yours: at this moment somebody else may be calling half of it over. Looking counts, too.',
    },
    'no-lock-for-the-rest': {
      verdict: 'race',
      say: 'The line is your own, so you may push to it as you please? Not while others may be helping themselves from it. It needs its lock for that, too.',
    },
  },
});
