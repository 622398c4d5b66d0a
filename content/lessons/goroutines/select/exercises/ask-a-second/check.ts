import { check } from 'happens-before/check';
import { after, chan, go, now, select, sleep } from 'happens-before/go';
import type * as Answer from './solution';

/** Of a hundred answers, so many take so long. The order is shuffled, day by day. */
function day(hangs: number) {
  const times = Array.from({ length: 100 }, (_, n) => {
    if (n < 80) return 10 + Math.random() * 10;
    return n < 90 ? 20 + Math.random() * 5 : hangs;
  });
  return times.sort(() => Math.random() - 0.5);
}

/** A hundred questions, one after the other. */
async function ask({ config }: typeof Answer, hangs = 200) {
  const first = day(hangs);
  const second = day(hangs);
  let asked = 0;
  let slow = 0;
  for (let n = 0; n < 100; n++) {
    const begun = now();
    // Room for both: whoever comes late finds nobody.
    const answers = chan<string>(2);
    const answer = async (takes: number) => {
      await sleep(takes);
      await answers.send('here');
    };
    go(answer, first[n]!);
    const isLate = await select(
      answers.onReceive(() => false),
      after(config.askAfter).onReceive(() => true),
    );
    if (isLate) {
      asked += 1;
      go(answer, second[n]!);
      await answers.receive();
    }
    if (now() - begun > 50) slow += 1;
  }
  return { 'asked twice': asked, 'slower than 50 ms': slow };
}

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a hundred questions',
      mode: 'cooperative',
      timers: 'patient',
      play: async (answer) => await ask(answer),
      limits: {
        'asked twice': { atMost: 12 },
        'slower than 50 ms': { atMost: 4 },
      },
      seeds: [1, 2, 3],
      maxRuns: 3,
      allowLeaks: true,
    },
    {
      name: 'a day on which nobody hangs',
      mode: 'cooperative',
      timers: 'patient',
      play: async (answer) => await ask(answer, 24),
      limits: {
        'asked twice': { atMost: 2 },
        'slower than 50 ms': { atMost: 0 },
      },
      seeds: [1],
      maxRuns: 3,
      allowLeaks: true,
    },
  ],
  mistakes: {
    'both-at-once': {
      verdict: 'wrong-result',
      code: /askAfter: (-\d+|\d(\.\d+)?),/,
      say: 'Every answer is quick, and every question is asked twice. Twice the work is what a server in trouble needs least.',
    },
    'the-quickest': {
      verdict: 'wrong-result',
      got: ['asked twice'],
      code: /askAfter: 1\d,/,
      say: 'That is how long the *quickest* take. Nearly everybody else is still on the way, and in good order.',
    },
    'the-usual': {
      verdict: 'wrong-result',
      got: ['asked twice'],
      say: 'Eighty of a hundred are there by then. Of the other twenty, half need only a little longer, and are asked twice for nothing.',
    },
    'when-it-is-too-late': {
      verdict: 'wrong-result',
      got: ['slower than 50 ms'],
      code: /askAfter: (3\d|4\d|50),/,
      say: 'Only those who hang are asked twice, as it should be. But the second one takes its time, too, and the 50 ms are for both.',
    },
    'the-slowest': {
      verdict: 'wrong-result',
      got: ['slower than 50 ms'],
      say: 'Nobody is asked twice in time. One in ten hangs, and everybody who asked it waits it out.',
    },
  },
});
