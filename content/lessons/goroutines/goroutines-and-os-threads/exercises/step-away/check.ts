import { check } from 'happens-before/check';
import { atomic, chan, WaitGroup } from 'happens-before/go';
import type * as Answer from './solution';

/** Counts how many are at a desk at once. */
function counter() {
  const now = new atomic.Int64();
  let most = 0;
  return {
    async busy() {
      const at = now.add(1);
      if (at > most) most = at;
      await null;
      now.add(-1);
    },
    most: () => most,
  };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one desk, one phone call',
      async play({ Desks }) {
        const desks = new Desks(1);
        const news = chan<string>(1);
        const team = new WaitGroup();
        let heard = '';
        team.go(async () => {
          heard = await desks.sit(() => desks.away(async () => (await news.receive()) ?? ''));
        });
        team.go(async () => {
          await desks.sit(() => news.send('it is raining'));
        });
        await team.wait();
        return heard;
      },
      expect: 'it is raining',
      maxSteps: 300,
    },
    {
      name: 'one desk, two jobs',
      async play({ Desks }) {
        const desks = new Desks(1);
        const { busy, most } = counter();
        const team = new WaitGroup();
        team.go(() => desks.sit(busy));
        team.go(() => desks.sit(busy));
        await team.wait();
        return `${most()} at a time`;
      },
      expect: '1 at a time',
      allowRaces: true,
    },
    {
      name: 'back from a call',
      async play({ Desks }) {
        const desks = new Desks(1);
        const { busy, most } = counter();
        const team = new WaitGroup();
        team.go(() =>
          desks.sit(async () => {
            await desks.away(async () => {});
            await busy();
          }),
        );
        team.go(() => desks.sit(busy));
        await team.wait();
        return `${most()} at a time`;
      },
      expect: '1 at a time',
      allowRaces: true,
    },
    {
      name: 'a job fails',
      async play({ Desks }) {
        const desks = new Desks(1);
        let told = '';
        try {
          await desks.sit(async () => {
            throw new Error('coffee on the keyboard');
          });
        } catch (error) {
          told = (error as Error).message;
        }
        return [told, await desks.sit(async () => 'next, please')];
      },
      expect: ['coffee on the keyboard', 'next, please'],
    },
    {
      name: 'a wait fails',
      async play({ Desks }) {
        const desks = new Desks(2);
        const { busy, most } = counter();
        let told = '';
        try {
          await desks.sit(() =>
            desks.away(async () => {
              throw new Error('nobody answers');
            }),
          );
        } catch (error) {
          told = (error as Error).message;
        }
        const two = new WaitGroup();
        const door = chan<void>();
        two.go(() => desks.sit(() => door.send()));
        two.go(() => desks.sit(async () => void (await door.receive())));
        await two.wait();
        await desks.sit(busy);
        return [told, most()];
      },
      expect: ['nobody answers', 1],
    },
    {
      name: 'goes on after a failed wait',
      async play({ Desks }) {
        const desks = new Desks(1);
        const { busy, most } = counter();
        const team = new WaitGroup();
        team.go(() =>
          desks.sit(async () => {
            try {
              await desks.away(async () => {
                throw new Error('nobody answers');
              });
            } catch {
              await busy();
            }
          }),
        );
        team.go(() => desks.sit(busy));
        await team.wait();
        return `${most()} at a time`;
      },
      expect: '1 at a time',
      allowRaces: true,
    },
  ],
  mistakes: {
    'counts-by-hand': {
      verdict: 'livelock',
      code: /while/,
      say: 'Two who look at the same moment see the same free desk, and both sit down. And who sleeps and looks again may do so for ever. A channel waits and counts in one.',
    },
    'brings-a-chair': {
      verdict: 'wrong-result',
      code: /many \* 2|many \+ 1/,
      say: 'With twice as many desks nobody has to step away. But there are as many desks as there are; that is why it is called a limit.',
    },
    'stays-at-the-desk': {
      verdict: 'deadlock',
      scene: 'one desk, one phone call',
      code: /away[^{]*{\s*return await wait/,
      say: 'One is on the phone, and sits at the only desk. The other has the news that he is waiting for, and nowhere to sit.',
    },
    'frees-it-afterwards': {
      verdict: 'deadlock',
      scene: 'one desk, one phone call',
      code: /wait\(\);\s*await this\.#\w+\.receive/,
      say: 'The desk is given up when the waiting is over. It was needed before that: what he waits for is done at that desk.',
    },
    'does-not-sit-again': {
      verdict: 'deadlock',
      code: /receive\(\);\s*return await wait/,
      say: 'Whoever has been away never sat down again, and at the end he gives back a desk that he does not have. He waits until there is one to give back.',
    },
    'sits-again-too-soon': {
      verdict: 'deadlock',
      code: /waiting = wait/,
      say: 'You step away and sit down again at once, and wait at the desk. If nobody else was quick enough, it is as if you had never got up.',
    },
    'lost-by-a-failed-job': {
      verdict: 'deadlock',
      scene: 'a job fails',
      say: 'The job has failed, and its desk is taken for good. There is a way out of this function that does not lead past the last line.',
    },
    'one-lock': {
      verdict: 'deadlock',
      scene: 'a wait fails',
      code: /new Mutex\(\)(?![\s\S]*Cond)/,
      say: 'One lock is one desk, however many there are. In this scene there are two, and two people who have to sit at the same time.',
    },
    'no-limit': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(send|lock|acquire|wait\(\);\s*this))/,
      say: 'Everybody does his job at once, desk or no desk. What is there to make the next one wait?',
    },
    'takes-somebody-elses': {
      verdict: 'wrong-result',
      scene: 'goes on after a failed wait',
      say: 'The wait has failed, the job goes on all the same, and it has no desk. In the end it gives up whichever desk is taken, though somebody else sits there. However `away` ends, who comes back from it sits at a desk.',
    },
    'lost-by-a-failed-wait': {
      verdict: 'deadlock',
      scene: 'a wait fails',
      say: 'The wait has failed, so he never sat down again. Then his job ended, and he gave back a desk: one that he did not have.',
    },
  },
});
