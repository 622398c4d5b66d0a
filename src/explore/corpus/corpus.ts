/**
 * The corpus of real bugs: kernels of concurrency bugs from large Go projects, each written anew as a learner would write it. This
 * file reads the block comment at the top of a kernel:
 *
 *     cockroach_584 · Double lock
 *     One or two sentences: the mechanism.
 *     @expects leak sync.Mutex.Lock
 *     @oracle flaky
 *     @rate unknown
 */
import type { WaitReason } from '#trace';

/** In the order in which the table lists them. */
export const SUB_TYPES = [
  'Double lock',
  'AB-BA',
  'RWR',
  'Cond',
  'WaitGroup',
  'Chan+cond',
  'Chan+WaitGroup',
  'Channel',
  'Chan+ctx',
  'Chan+lock',
  'Order violation',
  'Data race',
  'Misuse channel',
  'Anonymous function',
  'Testing library',
] as const;
export type SubType = (typeof SUB_TYPES)[number];

/** What at least one order of the program must lead to. */
export type Expectation =
  /** Main has returned, and exactly these tasks are left waiting; or main itself waits, and so do exactly these, main included. */
  | { readonly kind: 'leak' | 'deadlock'; readonly reasons: readonly WaitReason[] }
  /** Two accesses to this place that nothing orders. */
  | { readonly kind: 'race'; readonly place: string }
  /** The program ends with this panic, or with this error of the language: where Go panics on nil, a property is read of undefined. */
  | { readonly kind: 'panic' | 'error'; readonly message: string };

export interface Kernel {
  /** `cockroach_584`: the project, and the number of the change that mended it. */
  readonly name: string;
  readonly subType: SubType;
  /** The mechanism in a sentence or two. */
  readonly story: string;
  readonly expects: readonly Expectation[];
  /** Whether Go's own leak profile finds it: every time, now and then, or it is not in Go's list. */
  readonly oracle: 'deterministic' | 'flaky' | 'none';
  /** In how many of a hundred native runs the bug shows itself, where that is known. */
  readonly rate: number | undefined;
  /** Runs after which the exploration stops, for a program with too many orders for all; without it, all of them are run. */
  readonly limit: number | undefined;
  readonly text: string;
}

/**
 * Reads the kernel in `text`, the file `<project>/<number>.ts`.
 *
 * @throws Error if its comment is not of the form above.
 */
export function readKernel(path: string, text: string): Kernel {
  const wrong = (what: string): never => {
    throw new Error(`${path}: ${what}`);
  };
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\/\n/.exec(text)?.[1] ?? wrong('does not start with a block comment');
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, '').trimEnd());
  const [title = '', ...rest] = lines;
  const [name = '', subType = ''] = title.split(' · ');
  if (name !== path.replace(/\.ts$/, '').split('/').slice(-2).join('_')) wrong(`its first line names "${name}"`);
  if (!isSubType(subType)) wrong(`there is no sub-type "${subType}"`);
  const tags = rest
    .filter((line) => line.startsWith('@'))
    .map((line) => /^@(\w+) (.+)$/.exec(line) ?? wrong(`"${line}" is no tag with a value`));
  const all = (tag: string): string[] => tags.flatMap(([, found, value = '']) => (found === tag ? [value] : []));
  const one = (tag: string): string => all(tag)[0] ?? wrong(`has no @${tag}`);
  for (const [, tag = ''] of tags) if (!['expects', 'oracle', 'rate', 'limit'].includes(tag)) wrong(`there is no tag @${tag}`);
  for (const tag of ['oracle', 'rate', 'limit']) if (all(tag).length > 1) wrong(`has @${tag} twice`);

  const story = rest
    .filter((line) => !line.startsWith('@'))
    .join(' ')
    .trim();
  const expects = all('expects').map((line) => readExpectation(line) ?? wrong(`cannot be expected: "${line}"`));
  const [oracle, rate, limit] = [one('oracle'), one('rate'), all('limit')[0]];
  if (story === '') wrong('tells no mechanism');
  if (expects.length === 0) wrong('expects nothing');
  if (oracle !== 'deterministic' && oracle !== 'flaky' && oracle !== 'none') return wrong(`there is no oracle "${oracle}"`);
  if (rate !== 'unknown' && !(isWhole(rate) && Number(rate) <= 100)) wrong(`a rate is 0 to 100, or unknown, not "${rate}"`);
  if (limit !== undefined && !isWhole(limit)) wrong(`a limit is a number of runs, not "${limit}"`);
  return {
    name,
    subType: subType as SubType,
    story,
    expects,
    oracle,
    text,
    rate: rate === 'unknown' ? undefined : Number(rate),
    limit: limit === undefined ? undefined : Number(limit),
  };
}

/** One line of `@expects`; undefined if it is of no known kind. */
function readExpectation(line: string): Expectation | undefined {
  const [, kind, value = ''] = /^(\w+) (.+)$/.exec(line) ?? [];
  switch (kind) {
    case 'leak':
    case 'deadlock':
      return {
        kind,
        reasons: value
          .split(',')
          .map((reason) => reason.trim())
          .sort(),
      };
    case 'race':
      return { kind, place: value };
    case 'panic':
    case 'error':
      return { kind, message: value };
    default:
      return undefined;
  }
}

/** The expectation as its line in the file says it. */
export function expectationText(expected: Expectation): string {
  switch (expected.kind) {
    case 'leak':
    case 'deadlock':
      return `${expected.kind} ${expected.reasons.join(', ')}`;
    case 'race':
      return `race ${expected.place}`;
    case 'panic':
    case 'error':
      return `${expected.kind} ${expected.message}`;
  }
}

const isSubType = (name: string): name is SubType => (SUB_TYPES as readonly string[]).includes(name);
const isWhole = (text: string): boolean => /^\d+$/.test(text);
