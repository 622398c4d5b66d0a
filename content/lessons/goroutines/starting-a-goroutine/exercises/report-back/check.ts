import { check } from 'happens-before/check';
import { chan, panic } from 'happens-before/go';
import type * as Answer from './solution';

type Job = () => Promise<string>;

const says = (text: string): Job => async () => text;
const panics = (why: string): Job => async () => panic(why);
const throws = (why: string): Job => async () => {
  throw new Error(why);
};

/** Two jobs of which neither can end without the other. */
function meeting(): Job[] {
  const lid = chan<string>();
  return [
    async () => `${await lid.receive()} on pot`,
    async () => {
      await lid.send('lid');
      return 'lid handed over';
    },
  ];
}

async function copyOf({ runAll }: typeof Answer, jobs: Job[]) {
  const answers = await runAll(jobs);
  return [...answers];
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'two jobs that meet',
      play: (answer) => copyOf(answer, meeting()),
      expect: ['lid on pot', 'lid handed over'],
    },
    {
      name: 'the first of two panics',
      play: (answer) =>
        copyOf(answer, [panics('kettle is dry'), says('cup')]),
      expect: ['failed: kettle is dry', 'cup'],
    },
    {
      name: 'no jobs',
      play: (answer) => copyOf(answer, []),
      expect: [],
    },
    {
      name: 'all three fail',
      play: (answer) =>
        copyOf(answer, [
          throws('no gas'),
          panics('no tap'),
          throws(''),
        ]),
      expect: ['failed: no gas', 'failed: no tap', 'failed: '],
    },
  ],
  mistakes: {
    'one-by-one': {
      verdict: 'deadlock',
      scene: 'two jobs that meet',
      say: 'The first job waits for the second, which has not been started: `await` runs a job to its end before the loop goes on. Let `go` start each of them.',
    },
    'done-only-when-well': {
      verdict: 'deadlock',
      scene: 'the first of two panics',
      say: 'The panic jumps over `done`, so the count never comes down to 0. Which part of a `try` runs however it ends?',
    },
    sleeps: {
      verdict: 'wrong-result',
      code: /sleep\(/,
      say: 'There is an order in which the sleep is over and a job is not. Count the jobs, and wait for the count.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      scene: 'two jobs that meet',
      code: /^(?![\s\S]*(\.wait\(|\.receive\(|Promise\.))/,
      say: 'The answers are handed over before the jobs have given any. `go` comes back at once; something else has to do the waiting.',
    },
    'in-order-of-arrival': {
      verdict: 'wrong-result',
      scene: 'two jobs that meet',
      got: ['lid handed over', 'lid on pot'],
      say: 'The answers stand in the order in which the jobs ended. Each goroutine could be told its place when it is started.',
    },
    'swallows-it': {
      verdict: 'wrong-result',
      scene: 'the first of two panics',
      got: [undefined, 'cup'],
      say: 'The program lives, and nobody will ever learn that a job failed. The caller needs the message at that job’s place.',
    },
    'throws-it-on': {
      verdict: 'panic',
      code: /catch\b[\s\S]*\bthrow\b/,
      say: 'The failure was caught, noted, and thrown on. Above this goroutine is nobody to catch it again, so it ends the program, note and all. What has been reported is dealt with.',
    },
    'catches-outside': {
      verdict: 'panic',
      code: /catch/,
      say: 'The `catch` stands around `go`, or around the waiting. A panic goes up through the callers within its own goroutine, and there are none above the function that `go` started. Catch inside.',
    },
    'does-not-catch': {
      verdict: 'panic',
      say: 'One job panicked, nobody in its goroutine caught it, and the whole program went down with it.',
    },
  },
});
