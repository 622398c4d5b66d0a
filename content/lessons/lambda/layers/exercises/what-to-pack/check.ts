import { check } from 'happens-before/check';
import { Account } from 'happens-before/lambda';
import type * as Answer from './solution';
import type { Library, Pack } from './solution';

/** Megabytes of each layer, and its imports' work. */
const LAYERS: Record<
  Library,
  { size: number; initWork: number }
> = {
  sdk: { size: 60, initWork: 150 },
  images: { size: 70, initWork: 200 },
  fonts: { size: 50, initWork: 10 },
  pdf: { size: 80, initWork: 250 },
  tracing: { size: 40, initWork: 120 },
  utils: { size: 5, initWork: 15 },
};

interface Code {
  readonly name: string;
  readonly packageSize: number;
  readonly imports: readonly Library[];
  readonly work: number;
}

const THUMBS: Code = {
  name: 'thumbs',
  packageSize: 5,
  imports: ['images', 'tracing', 'utils'],
  work: 150,
};
const BILLS: Code = {
  name: 'bills',
  packageSize: 10,
  imports: ['pdf', 'fonts', 'tracing', 'utils'],
  work: 400,
};

function deploy(account: Account, code: Code, pack: Pack) {
  const { layers, memory, reserved } = pack;
  const { name, packageSize, work } = code;
  const missing = code.imports.find(
    (one) => !layers.includes(one),
  );
  if (missing !== undefined)
    throw new Error(
      `Runtime.ImportModuleError: Unable to import module '${name}': ` +
        `No module named '${missing}'`,
    );
  // Left out, it would share the account and have all of it.
  if (reserved === undefined)
    throw new Error(`${name} reserves nothing`);
  return account.function({
    name,
    memory,
    reserved,
    packageSize,
    layers: layers.map((one) => ({
      name: one,
      ...LAYERS[one],
    })),
    loadPerMegabyte: 4,
    initWork: 100,
    work,
  });
}

/** The account, with both functions as the answer packs them. */
function open({ config }: typeof Answer) {
  const account = new Account({ concurrency: 170 });
  const thumbs = deploy(account, THUMBS, config.thumbs);
  const bills = deploy(account, BILLS, config.bills);
  return { account, thumbs, bills };
}

const SEEDS = [1, 2, 3, 4, 5, 6];

export default check<typeof Answer>({
  scenes: [
    {
      name: 'an album is uploaded',
      async play(answer) {
        const { account, thumbs } = open(answer);
        const usual = {
          rate: 5,
          seconds: 20,
          jitter: Math.random,
        };
        await account.load(thumbs, usual);
        await account.load(thumbs, {
          ...usual,
          rate: 40,
          seconds: 10,
        });
        const seen = thumbs.metrics();
        return {
          'ms for the slowest': Math.round(seen.latency.max),
          'turned away': seen.Throttles,
          'dollars a million': dollars(
            thumbs.bill().total,
            seen,
          ),
        };
      },
      limits: {
        'ms for the slowest': { atMost: 1250 },
        'turned away': { atMost: 0 },
        'dollars a million': { atMost: 6 },
      },
      timers: 'patient',
      seeds: SEEDS,
    },
    {
      name: 'the end of the month',
      async play(answer) {
        const { account, bills } = open(answer);
        const load = {
          rate: 15,
          seconds: 30,
          jitter: Math.random,
        };
        const seen = await account.load(bills, load);
        return {
          'ms for the slowest': Math.round(seen.latency.max),
          'turned away': seen.Throttles,
          'dollars a million': dollars(
            bills.bill().total,
            seen,
          ),
        };
      },
      limits: {
        'ms for the slowest': { atMost: 1800 },
        'turned away': { atMost: 0 },
        'dollars a million': { atMost: 15 },
      },
      timers: 'patient',
      seeds: SEEDS,
    },
  ],
  mistakes: {
    'six-layers': {
      verdict: 'error',
      message: /less than or equal to 5/,
      say: 'AWS refuses this one: five layers are the most. Which of them does the function never import?',
    },
    'over-250': {
      verdict: 'error',
      message: /262144000/,
      say: 'AWS refuses this one: unzipped, the function and its layers may have 250 MB together. A layer is no way around that.',
    },
    'forgets-a-layer': {
      verdict: 'error',
      message: /ImportModuleError/,
      say: 'The import fails, and so does every cold start. Each function needs what it imports itself, and nothing else that is around: a layer of another function is in another environment.',
    },
    'takes-too-much': {
      verdict: 'error',
      message: /UnreservedConcurrentExecution/,
      say: 'AWS refuses this one: of an account of 170, 100 units stay with the functions that reserve nothing.',
    },
    'reserves-nothing': {
      verdict: 'error',
      message: /reserves nothing/,
      say: 'Without a number of its own a function shares with everybody in the account, and one wild function takes it all. Both are to reserve their part.',
    },
    'one-for-both': {
      verdict: 'wrong-result',
      scene: 'an album is uploaded',
      code: /thumbs: \{\s*layers: \[[^\]]*'(pdf|fonts)'/,
      say: 'Pictures wait for libraries that write bills. What lies in /opt has to get there first, in each environment, and whoever waits for it takes up a place.',
    },
    'carries-the-sdk': {
      verdict: 'wrong-result',
      code: /layers: \[[^\]]*'sdk'/,
      say: 'Neither function imports the layer `sdk`: the runtime has an SDK of its own. These are sixty megabytes for nobody.',
    },
    'too-much-memory': {
      verdict: 'wrong-result',
      got: ['dollars a million'],
      say: 'Above 1,769 MB a function that does one thing at a time gets no faster, and each millisecond costs more. Loading from the layers never asked for a processor at all.',
    },
    'cheap-memory': {
      verdict: 'wrong-result',
      code: /memory: (\d{3}|1[0-3]\d{2})\b/,
      say: 'The right layers, and too little of a processor to import them: the init phase gets longer with every megabyte of memory that you save, and hardly anything gets cheaper.',
    },
    'the-average': {
      verdict: 'wrong-result',
      got: ['turned away'],
      say: 'Somebody found no place. At the beginning of a rush all environments are still to be made, and who waits for a cold start is in flight like everybody else. Look at the peak of each function, and share the seventy units accordingly.',
    },
  },
});

/** For a million requests like these. */
function dollars(
  total: number,
  { requests }: { requests: number },
) {
  return Math.round((total / requests) * 1e8) / 100;
}
