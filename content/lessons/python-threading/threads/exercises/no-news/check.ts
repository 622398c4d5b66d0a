import { check } from 'happens-before/check';
import { Event } from 'happens-before/threading';
import type * as Answer from './solution';

const gives = (what: string) => async () => what;

const fails = (why: string) => async (): Promise<string> => {
  throw new Error(why);
};

export default check<typeof Answer>({
  scenes: [
    {
      name: 'one of two has no address',
      play: ({ sendAll }) =>
        sendAll([gives('Lima'), fails('no address')]),
      expect: [{ done: 'Lima' }, { failed: 'no address' }],
    },
    {
      name: 'the first two fail, each in its own way',
      play: ({ sendAll }) =>
        sendAll([fails('no stamp'), fails('too heavy'), gives('Oslo')]),
      expect: [
        { failed: 'no stamp' },
        { failed: 'too heavy' },
        { done: 'Oslo' },
      ],
    },
    {
      name: 'nothing to send',
      play: ({ sendAll }) => sendAll([]),
      expect: [],
    },
    {
      name: 'the first job needs a pen that the second brings',
      async play({ sendAll }) {
        const pen = new Event();
        return await sendAll([
          async () => {
            await pen.wait();
            return 'signed';
          },
          async () => {
            pen.set();
            return 'lent';
          },
        ]);
      },
      expect: [{ done: 'signed' }, { done: 'lent' }],
    },
  ],
  mistakes: {
    'one-after-another': {
      verdict: 'deadlock',
      say: 'The second job starts when the first one has ended, and the first one waits for the second. Start all of them before you join any.',
    },
    'the-hook': {
      verdict: 'wrong-result',
      code: /setExcepthook/,
      say: 'The hook hears of every failure, and cannot tell whose report it is: it knows a thread and an error, not a place in the list. It is meant for a log. Who else could catch the error?',
    },
    'one-failure-for-all': {
      verdict: 'error',
      say: 'Now one failure is thrown for the whole list, and the reports of all the others are gone. Each job should have its own.',
    },
    'catches-and-is-silent': {
      verdict: 'wrong-result',
      code: /catch \(\w+\) \{\s*console/,
      say: 'The error is caught where it should be, and then only printed. Whoever called you gets a report that knows nothing of it.',
    },
    'the-whole-error': {
      verdict: 'wrong-result',
      code: /String\(|\$\{error\}/,
      say: 'Nearly. The report should hold the error’s message, and this one says “Error:” in front of it.',
    },
    'does-not-wait': {
      verdict: 'wrong-result',
      code: /^(?![\s\S]*(join\(|get\())/,
      say: 'The reports are given back while the jobs are still at work. Somebody has to wait for the threads.',
    },
    'as-they-come': {
      verdict: 'wrong-result',
      code: /\.get\(\)/,
      say: 'All reports arrive, in the order in which the jobs ended. The caller has a list of jobs, and expects the reports in that order.',
    },
    'around-start': {
      verdict: 'wrong-result',
      code: /try \{\s*\w+\.start\(\)/,
      say: '`start` returns as soon as there is a thread. What happens in it happens elsewhere, and later.',
    },
    pushes: {
      verdict: 'wrong-result',
      code: /\.push\(/,
      say: 'Each thread puts its report at the end of the list, so the reports stand in the order in which the jobs ended. Give each job a place of its own beforehand.',
    },
    'around-join': {
      verdict: 'wrong-result',
      code: /try \{\s*await [\w.]+\.join/,
      say: 'The job that failed has no report, though there is a `catch`. `join` waits until the thread has ended, however it ended, and throws nothing.',
    },
  },
});
