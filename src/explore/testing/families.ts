import type { ExploreOptions } from '../types.ts';
import { outcomesOf } from './compare.ts';
import { LAMBDA_KINDS, PATIENT } from './random-lambda.ts';
import { randomProgram, type Family } from './random-program.ts';
import { isTextFamily, modeOf, randomText, type TextFamilyName } from './random-text.ts';
import { THREADING_KINDS, type ThreadingFamily } from './random-threading.ts';

/** What a program is made of: instructions, or statements of the language. */
export type AnyFamily = Family | TextFamilyName;

/** There are many families of Python's primitives, and few programs of each. */
const PYTHON_PROGRAMS = 2;

/** Which primitives meet in one random program, and how many programs of each kind CI compares. */
export const FAMILIES: readonly (readonly [families: readonly AnyFamily[], programs: number])[] = [
  [['memory'], 25],
  [['memory', 'trylock'], 15],
  [['channels'], 40],
  [['unbuffered'], 60],
  [['channels', 'close'], 40],
  [['unbuffered', 'close'], 60],
  [['select'], 60],
  [['default'], 60],
  [['waitgroup'], 40],
  [['owngroup'], 40],
  [['loosegroup'], 30],
  [['coin', 'memory'], 15],
  [['queue'], 40],
  [['select', 'close'], 50],
  [['default', 'close'], 50],
  [['sleep', 'channels'], 15],
  [['channels', 'memory', 'locks'], 10],
  [['promise'], 60],
  [['promise', 'channels'], 20],
  [['promise', 'memory'], 20],
  [['rwmutex'], 40],
  [['rwtwice'], 40],
  [['rwtry'], 40],
  [['rwloose'], 40],
  [['rwmutex', 'memory'], 40],
  [['cond'], 40],
  [['items'], 40],
  [['cond', 'locks'], 40],
  [['once'], 40],
  [['onceMeeting'], 40],
  [['once', 'channels'], 40],
  [['atomic'], 40],
  [['blind'], 40],
  [['blind', 'memory'], 15],
  [['atomic', 'memory'], 40],
  [['context'], 40],
  [['timeout'], 40],
  [['afterFunc'], 40],
  [['sleeps'], 40],
  [['timer'], 40],
  [['timerSelect', 'select'], 40],
  [['timerFunc'], 40],
  [['ticker'], 40],
  [['semaphore'], 40],
  [['errgroup'], 40],
  [['singleflight'], 40],
  [['syncMap'], 40],
  [['pool'], 40],
  ...(Object.keys(THREADING_KINDS) as ThreadingFamily[]).map((family) => [[family], PYTHON_PROGRAMS] as const),
  [['request'], 3],
  [['event'], 3],
  [['sqs'], 15],
  [['sqsMapped'], 3],
  [['table'], 15],
  [['stream'], 2],
  [['deploy'], 10],
  [['loaded'], 3],
  [['reactions'], 15],
  [['following'], 8],
  [['combining'], 12],
  [['calling'], 12],
  [['generators'], 4],
  [['forAwait'], 5],
  [['timeouts'], 6],
  [['turns'], 20],
  [['turnsChosen'], 15],
  [['turnsInTime'], 15],
  [['handingOver'], 10],
  [['gil'], 8],
  [['bubble'], 25],
  [['bubbleBeside'], 20],
  [['leakCheck'], 15],
];

export interface Comparison {
  readonly text: string;
  /** False: the slow search met its limit, and nothing was compared. */
  readonly compared: boolean;
  /** Outcomes that only the slow search found, and that only the fast one did. */
  readonly missed: readonly string[];
  readonly invented: readonly string[];
  readonly runs: { readonly fast: number; readonly slow: number };
}

const SLOW_LIMIT = 4_000;
/** Runs of an account take longer, and many programs have too many: these are given up early. */
const LAMBDA_LIMIT = 600;

/** The fast search against the slow and obvious one, on the random program of `seed`. */
export function compareSearches(families: readonly AnyFamily[], seed: number, most = SLOW_LIMIT): Comparison {
  const limit = families.some((family) => family in LAMBDA_KINDS) ? Math.min(most, LAMBDA_LIMIT) : most;
  const texts = families.filter((family) => isTextFamily(family));
  const program = texts.length > 0 ? randomText(seed * 7919, texts) : randomProgram(seed * 7919, families as readonly Family[]);
  const options: ExploreOptions = { ...(texts.length > 0 ? { mode: modeOf(texts) } : {}), ...(families.some((family) => PATIENT.has(family)) ? { timers: 'patient' } : {}) };
  const slow = outcomesOf(program, true, limit, options);
  if (!slow.complete) return { text: program.text, compared: false, missed: [], invented: [], runs: { fast: 0, slow: slow.runs } };
  const fast = outcomesOf(program, false, limit, options);
  return {
    text: program.text,
    compared: true,
    missed: [...slow.outcomes.difference(fast.outcomes)].sort(),
    invented: [...fast.outcomes.difference(slow.outcomes)].sort(),
    runs: { fast: fast.runs, slow: slow.runs },
  };
}
