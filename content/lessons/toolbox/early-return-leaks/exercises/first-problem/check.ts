import { check } from 'happens-before/check';
import { chan, sleep } from 'happens-before/go';
import type * as Answer from './solution';

const finds = (problem: string) => async () => problem;
const well = finds('');

const on = (...problems: string[]) => ({
  play: ({ firstProblem }: typeof Answer) =>
    firstProblem(problems.map((problem) => finds(problem))),
});

export default check<typeof Answer>({
  scenes: [
    { name: 'all is well', ...on('', ''), expect: '' },
    { name: 'no checks', ...on(), expect: '' },
    {
      name: 'one problem, two others',
      ...on('', 'disk b is full', ''),
      expect: 'disk b is full',
    },
    {
      name: 'a check that takes its time',
      async play({ firstProblem }) {
        const returned = chan<void>();
        const slow = async () => {
          await returned.receive();
          return '';
        };
        const cut = finds('no power');
        const problem = await firstProblem([slow, cut]);
        returned.close();
        return problem;
      },
      expect: 'no power',
    },
    {
      name: 'a problem in each of two',
      ...on('hot', 'wet'),
      expect: (problem: string) => /^(hot|wet)$/.test(problem),
    },
    {
      name: 'asked twice',
      async play({ firstProblem }) {
        const asked = [false, false];
        const asks = (place: number) => async () => {
          asked[place] = true;
          return '';
        };
        const first = await firstProblem([asks(0), asks(1)]);
        const then = await firstProblem([well, finds('dust')]);
        return [first, ...asked, then];
      },
      expect: ['', true, true, 'dust'],
    },
    {
      name: 'a problem in each of many',
      play({ firstProblem }) {
        const rooms = Array.from({ length: 120 }, (_, room) => room);
        return firstProblem(
          rooms.map((room) => async () => {
            await sleep(room);
            return `room ${room}`;
          }),
        );
      },
      expect: 'room 0',
      timers: 'patient',
    },
  ],
  mistakes: {
    'room-for-a-few': {
      verdict: 'leak',
      scene: 'a problem in each of many',
      say: 'There is room for some, and there are more checks than that. The number of places has to come from the number of checks.',
    },
    'room-for-one': {
      verdict: 'leak',
      code: /chan<string>\(1\)/,
      say: 'There is room for one report that nobody comes for. The next one waits. How many can be left over when the first report is already a problem?',
    },
    'closes-on-return': {
      verdict: 'panic',
      message: /send on closed channel/,
      say: 'Closing says that no more will be sent, and there are still goroutines about to send. Only the senders could know that. What could the receiver do that harms nobody?',
    },
    'one-by-one': {
      verdict: 'deadlock',
      code: /^(?![\s\S]*\bgo\()/,
      say: 'Now the checks run one after another, and the slow one is in front: the problem behind it is never found. Let them run together, as they did.',
    },
    'gives-up': {
      verdict: 'deadlock',
      code: /\b(after|sleep)\(/,
      say: 'A report may be given up although somebody was about to come for it; then the function waits for one report too many. A goroutine may let go of its report only when it is certain that nobody wants it.',
    },
    'drops-the-report': {
      verdict: 'deadlock',
      code: /otherwise\(/,
      say: 'Where nobody stood ready to receive at that very moment, the report was thrown away, and the function still waits for it. “Not yet” is not the same as “never”.',
    },
    'reports-only-problems': {
      verdict: 'deadlock',
      scene: 'all is well',
      say: 'With no problem there is no report, and the function waits for as many reports as there are checks. “Nothing found” is news, too.',
    },
    'in-turn': {
      verdict: 'deadlock',
      scene: 'a check that takes its time',
      code: /Chan<|\.map\(/,
      say: 'Each check has a channel of its own now, and the function stands at the first of them while the problem lies in the second. Where could reports arrive in the order in which they are made?',
    },
    'waits-for-all': {
      verdict: 'deadlock',
      scene: 'a check that takes its time',
      say: 'Nobody is left behind now, because the function waits for them all. But it holds a problem in its hands and does not return it: the slow check could hold it up for ever.',
    },
  },
});
