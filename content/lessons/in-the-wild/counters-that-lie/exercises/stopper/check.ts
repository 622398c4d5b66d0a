import { check } from 'happens-before/check';
import { chan, go } from 'happens-before/go';
import type * as Answer from './solution';

export default check<typeof Answer>({
  scenes: [
    {
      name: 'work that ends',
      async play({ Stopper }) {
        const stopper = new Stopper();
        const done: string[] = [];
        const started = await stopper.start(async () => {
          done.push('swept');
        });
        await stopper.stop();
        return [started, ...done];
      },
      expect: [true, 'swept'],
    },
    {
      name: 'after the stop',
      async play({ Stopper }) {
        const stopper = new Stopper();
        await stopper.stop();
        const done: string[] = [];
        const started = await stopper.start(async () => {
          done.push('late');
        });
        await stopper.stop();
        return [started, ...done];
      },
      expect: [false],
    },
    {
      name: 'work comes while it stops',
      async play({ Stopper }) {
        const stopper = new Stopper();
        const started = chan<boolean>(1);
        let isOpen = true;
        const seen = chan<boolean>(1);
        go('request', async () => {
          const yes = await stopper.start(async () => {
            await seen.send(isOpen);
          });
          await started.send(yes);
        });
        await stopper.stop();
        isOpen = false;
        if (!(await started.receive())) return 'all is well';
        return (await seen.receive())
          ? 'all is well'
          : 'too late';
      },
      expect: 'all is well',
    },
    {
      name: 'work that starts work',
      async play({ Stopper }) {
        const stopper = new Stopper();
        const answers = chan<boolean>(1);
        await stopper.start(async () => {
          await answers.send(
            await stopper.start(async () => {}),
          );
        });
        await stopper.stop();
        await answers.receive();
        return 'over';
      },
      expect: 'over',
    },
    {
      name: 'two who meet',
      async play({ Stopper }) {
        const stopper = new Stopper();
        const meet = chan<void>();
        await stopper.start(async () => meet.send());
        await stopper.start(async () => {
          await meet.receive();
        });
        await stopper.stop();
        return 'met';
      },
      expect: 'met',
    },
    {
      name: 'stopped by two',
      async play({ Stopper }) {
        const stopper = new Stopper();
        const finish = chan<void>();
        const log = chan<string>(3);
        await stopper.start(async () => {
          await finish.receive();
          await log.send('work');
        });
        for (const who of ['ann', 'ben']) {
          go(who, async () => {
            await stopper.stop();
            await log.send('stopped');
          });
        }
        finish.close();
        return [
          await log.receive(),
          await log.receive(),
          await log.receive(),
        ];
      },
      expect: ['work', 'stopped', 'stopped'],
    },
  ],
  mistakes: {
    'never-refuses': {
      verdict: 'wrong-result',
      scene: 'after the stop',
      say: 'It says no, and does it all the same. Work has begun that nobody was told of, in a place that is being taken down.',
    },
    'works-under-the-lock': {
      verdict: 'deadlock',
      code: /await work\(\);\s*this\.#mu\.unlock/,
      say: 'The work is done under the lock, one piece at a time, and whoever wants to start or to stop waits until it is over. Some work waits for other work.',
    },
    'waits-with-the-lock': {
      verdict: 'deadlock',
      scene: 'work that starts work',
      say: 'It waits for work with the lock in its hand, and that work wants to start some more, for which it needs the lock.',
    },
    'waits-once': {
      verdict: 'wrong-result',
      scene: 'stopped by two',
      say: 'The second one to stop is told at once that all is over, while the first still waits. It, too, will take down what the work needs.',
    },
    'looks-again': {
      verdict: 'race',
      code: /this\.#workers\.add\(1\);\s*if \(this\.#stopping\)/,
      say: 'A good thought: count first, and then look. But the flag is a plain variable, read and written at the same time; and `add` may still meet `wait` at zero.',
    },
    'an-atomic-flag': {
      verdict: 'wrong-result',
      code: /atomic/,
      say: 'Nobody misreads the flag any more. Between the look at it and the `add`, though, there is a gap, and `stop` fits into it: it finds zero, and returns.',
    },
    'counts-too-late': {
      verdict: 'wrong-result',
      code: /unlock\(\);\s*if \(isOpen\)/,
      say: 'It looks under the lock and counts after it. In between, `stop` comes, finds that nobody is counted, and returns.',
    },
  },
});
