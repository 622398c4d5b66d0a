import { check } from 'happens-before/check';
import { Account, now, sleep } from 'happens-before/lambda';
import type * as Answer from './solution';

/** The three numbers, and nothing else that somebody may have written. */
function settings({ config }: typeof Answer) {
  const { reserved, retryAttempts, maxEventAge } = config;
  return {
    retryAttempts,
    maxEventAge,
    ...(reserved === undefined ? {} : { reserved }),
  };
}

/** Sends so many codes a second, as people ask for them. */
async function send(
  answer: typeof Answer,
  rate: number,
  seconds: number,
) {
  const account = new Account({ concurrency: 1000 });
  const codes = account.function({
    name: 'codes',
    duration: 500,
    ...settings(answer),
  });
  const load = { rate, seconds, jitter: Math.random };
  await account.load(codes, { ...load, type: 'Event' });
  return codes.metrics();
}

const toSeconds = (ms: number) => Math.round(ms / 1000);

export default check<typeof Answer>({
  scenes: [
    {
      name: 'a usual minute',
      async play(answer) {
        const seen = await send(answer, 10, 60);
        return {
          'seconds for the slowest': toSeconds(
            seen.AsyncEventAge.max,
          ),
          'codes lost': seen.AsyncEventsDropped,
        };
      },
      limits: {
        'seconds for the slowest': { atMost: 10 },
        'codes lost': { atMost: 0 },
      },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
    {
      name: 'the match begins',
      async play(answer) {
        const seen = await send(answer, 30, 30);
        return {
          'connections at once': seen.ConcurrentExecutions,
          'codes lost': seen.AsyncEventsDropped,
        };
      },
      limits: {
        'connections at once': { atMost: 12 },
        'codes lost': { atMost: 0 },
      },
      timers: 'patient',
      seeds: [1, 2, 3],
    },
    {
      name: 'somebody asks for 4,800 codes',
      async play(answer) {
        const seen = await send(answer, 80, 60);
        return {
          'seconds for the slowest': toSeconds(
            seen.AsyncEventAge.max,
          ),
        };
      },
      limits: { 'seconds for the slowest': { atMost: 300 } },
      timers: 'patient',
      seeds: [1, 2],
    },
    {
      name: 'the provider is away for two minutes and a half',
      async play(answer) {
        const account = new Account({ duplicates: 0 });
        const codes = account.function({
          name: 'codes',
          ...settings(answer),
          handler: async () => {
            await sleep(500);
            if (now() < 150_000) throw new Error('no answer');
          },
        });
        await codes.invoke('531 204', { type: 'Event' });
        await account.drain();
        const lost = codes.metrics().AsyncEventsDropped;
        return { 'codes lost': lost };
      },
      limits: { 'codes lost': { atMost: 0 } },
      timers: 'patient',
    },
    {
      name: 'the provider hangs, and then refuses',
      async play(answer) {
        const account = new Account({ duplicates: 0 });
        const codes = account.function({
          name: 'codes',
          ...settings(answer),
          timeout: 200_000,
          handler: async () => {
            const hangs = now() < 90_000;
            await sleep(hangs ? 100_000 : 500);
            if (now() < 200_000) throw new Error('no answer');
          },
        });
        for (let i = 0; i < 13; i++) {
          await codes.invoke(i, { type: 'Event' });
          await sleep(37);
        }
        await account.drain();
        const { AsyncEventAge } = codes.metrics();
        return { 'seconds for the oldest': toSeconds(AsyncEventAge.max) };
      },
      limits: { 'seconds for the oldest': { atMost: 300 } },
      timers: 'patient',
    },
  ],
  mistakes: {
    'three-retries': {
      verdict: 'error',
      message: /maximumRetryAttempts/,
      say: 'AWS refuses this one: after the first attempt there are at most two more.',
    },
    'too-old-to-allow': {
      verdict: 'error',
      message: /maximumEventAgeInSeconds/,
      say: 'AWS refuses this one: an event may get between one minute and six hours old. The setting is in milliseconds here.',
    },
    'switched-off': {
      verdict: 'wrong-result',
      code: /reserved: 0\b/,
      say: 'A reservation of nothing turns the function off: every event is given up at once.',
    },
    'the-average': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      got: ['seconds for the slowest'],
      say: 'Five is what a usual minute needs on average. Half of the time more than that are asked for, and whoever is refused comes back after one, two, four … seconds.',
    },
    'average-and-short': {
      verdict: 'wrong-result',
      scene: 'a usual minute',
      say: 'So few places on a usual minute, and so little patience: codes wait behind each other until they are given up.',
    },
    'no-ceiling': {
      verdict: 'wrong-result',
      scene: 'the match begins',
      got: ['connections at once'],
      say: 'The queue hands out events as fast as the function takes them, and the provider gets more connections than it allows. The places of a function are a ceiling for its queue as well.',
    },
    impatient: {
      verdict: 'wrong-result',
      scene: 'the match begins',
      got: ['codes lost'],
      say: 'When the match begins, codes wait in the queue for longer than you let them, and nobody is told. How long does the slowest of them need, with the waits doubling each time?',
    },
    'six-hours': {
      verdict: 'wrong-result',
      scene: 'somebody asks for 4,800 codes',
      say: 'Nothing is lost, and some codes arrive after more than five minutes, when their readers have long asked for another. Past which age should an event not be tried any more?',
    },
    'nearly-six': {
      verdict: 'wrong-result',
      scene: 'the provider hangs, and then refuses',
      say: 'It held on the other days because no attempt happened to fall between your age and five minutes. Here one does: a code has waited two minutes for a place, and is tried three more. What is the age after which a code is of no use?',
    },
    'one-retry': {
      verdict: 'wrong-result',
      scene: 'the provider is away for two minutes and a half',
      code: /retryAttempts: [01]\b/,
      say: 'The attempts come at once, after one minute, and after two minutes more. Yours are over while the provider is still away.',
    },
    'two-minutes': {
      verdict: 'wrong-result',
      scene: 'the provider is away for two minutes and a half',
      say: 'The third attempt would come three minutes after the event, and by then it has been given up for its age.',
    },
  },
});
