import { check } from 'happens-before/check';
import { Account } from 'happens-before/lambda';
import type * as Answer from './solution';

/** The account: a hook that takes `duration` ms, and a till. */
function open({ config }: typeof Answer, duration: number) {
  const account = new Account({ concurrency: 300 });
  const { timeout, reserved } = config;
  const hook = account.function({
    name: 'hook',
    duration,
    timeout,
    ...(reserved === undefined ? {} : { reserved }),
  });
  const till = account.function({
    name: 'till',
    duration: 300,
  });
  return { account, hook, till };
}

const as = (rate: number, seconds: number) => ({
  rate,
  seconds,
  jitter: Math.random,
});

export default check<typeof Answer>({
  scenes: [
    {
      name: 'the end of the month',
      async play(answer) {
        const { account, hook } = open(answer, 20);
        const seen = await account.load(hook, as(90, 20));
        return {
          'hooks turned away': seen.Throttles,
          'hooks cut off': seen.Errors,
        };
      },
      limits: {
        'hooks turned away': { atMost: 0 },
        'hooks cut off': { atMost: 0 },
      },
      timers: 'patient',
      seeds: [1, 2, 3, 4, 5],
    },
    {
      name: 'a slow afternoon',
      async play(answer) {
        const { account, hook } = open(answer, 2000);
        const seen = await account.load(hook, as(3, 60));
        return {
          'hooks turned away': seen.Throttles,
          'hooks cut off': seen.Errors,
        };
      },
      limits: {
        'hooks turned away': { atMost: 0 },
        'hooks cut off': { atMost: 0 },
      },
      timers: 'patient',
      seeds: [1, 2, 3, 4, 5],
    },
    {
      name: 'somebody has found the address',
      async play(answer) {
        const { account, hook, till } = open(answer, 20);
        const [ran, customers] = await Promise.all([
          account.load(hook, as(4000, 3)),
          account.load(till, as(100, 3)),
        ]);
        return {
          'through to the ledger, a second': Math.round(
            ran.Invocations / 3,
          ),
          'customers turned away': customers.Throttles,
        };
      },
      limits: {
        'through to the ledger, a second': { atMost: 200 },
        'customers turned away': { atMost: 0 },
      },
      timers: 'patient',
      seeds: [1, 2],
    },
    {
      name: 'the ledger hangs',
      async play(answer) {
        const { account, hook } = open(answer, 600_000);
        const seen = await account.load(hook, as(3, 10));
        return {
          'seconds until the last one heard':
            Math.ceil(seen.latency.max / 100) / 10,
        };
      },
      limits: {
        'seconds until the last one heard': { atMost: 10 },
      },
      timers: 'patient',
      seeds: [1, 2],
    },
  ],
  mistakes: {
    'too-much': {
      verdict: 'error',
      message: /UnreservedConcurrentExecution/,
      say: 'AWS refuses this one: of an account of 300, 100 units stay with the functions that reserve nothing.',
    },
    off: {
      verdict: 'wrong-result',
      code: /reserved: 0\b/,
      say: 'That is the emergency switch. Everybody gets 429, the right ones too. Good at night, while you think; not good for a month.',
    },
    'in-a-hurry': {
      verdict: 'wrong-result',
      got: ['hooks cut off'],
      say: 'On a slow afternoon the ledger takes two seconds, and the function is cut off before. The sender hears of a failure, and the ledger may have written all the same.',
    },
    'open-door': {
      verdict: 'wrong-result',
      scene: 'somebody has found the address',
      got: [
        'through to the ledger, a second',
        'customers turned away',
      ],
      say: 'All of them are let in, up to the limit of the account, and the till stands in the same queue for the same places. A public function needs a ceiling of its own.',
    },
    'in-flight': {
      verdict: 'wrong-result',
      scene: 'the end of the month',
      code: /reserved: [1-9]\b/,
      say: 'Ninety a second for 20 ms each are less than two at once, so there are places enough, and still there is a 429. How many requests a second does each unit of a reservation let through?',
    },
    'just-enough': {
      verdict: 'wrong-result',
      scene: 'the end of the month',
      say: 'Ten a second for each unit: that is the right rule, used on an average. Hooks come as they come, and a busy second has a good deal more than ninety of them.',
    },
    'forgets-the-afternoon': {
      verdict: 'wrong-result',
      scene: 'a slow afternoon',
      say: 'Enough for the quick ones, who are limited by their rate. On a slow afternoon few come, and each stays for two seconds: now it is the places that run out. Work out three a second, two seconds each, and how far above that a busy moment gets.',
    },
    wide: {
      verdict: 'wrong-result',
      scene: 'somebody has found the address',
      got: ['through to the ledger, a second'],
      say: 'The till is safe and the ledger is not. It bears 200 a second. Ten a second for each unit …',
    },
    'like-the-gateway': {
      verdict: 'wrong-result',
      scene: 'the ledger hangs',
      say: 'When the ledger hangs, the senders have hung up long before the function gives up. They will send again, and nobody reads the answer. The function has to give up first.',
    },
  },
});
