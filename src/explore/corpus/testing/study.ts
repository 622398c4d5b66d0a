/** What the explorer finds in a kernel of the corpus, held against what the kernel says that there is. */
import { load, type Loaded } from '#engine';
import type { Run } from '#kernel';
import { endsBadly } from '../../ends-badly.ts';
import { explore } from '../../explore.ts';
import { replay } from '../../replay.ts';
import type { Exploration } from '../../types.ts';
import { expectationText, type Kernel } from '../corpus.ts';

/** One way in which orders of the program can end, or one race, and the first order that shows it. */
export interface Finding {
  /** In the words of an expectation: `leak chan send, sync.Mutex.Lock`. */
  readonly what: string;
  /** Counted from 1. */
  readonly order: number;
  readonly schedule: string;
}

export interface Study {
  readonly kernel: Kernel;
  readonly loaded: Loaded;
  readonly exploration: Exploration;
  readonly findings: readonly Finding[];
  /** Expectations for which there is no finding. */
  readonly missing: readonly string[];
  /** The first order that shows something expected. */
  readonly firstFailure: number | undefined;
}

/** Runs the kernel in all its orders, or in as many as its limit allows. */
export function study(kernel: Kernel, now: () => number = () => 0): Study {
  const loaded = loadKernel(kernel);
  const seen: { finding: Finding; run: number }[] = [];
  const known = new Set<string>();
  let runs = 0;
  const notice = (run: Run): boolean => {
    runs++;
    for (const what of shownBy(run)) {
      if (known.has(what)) continue;
      known.add(what);
      seen.push({ finding: { what, order: runs, schedule: run.scheduleText() }, run: runs });
    }
    return endsBadly(run);
  };
  const exploration = explore(loaded, { maxRuns: kernel.limit ?? MOST_RUNS }, { isFailure: notice, now });
  // The search for the simplest failure comes after the exploration, and asks about its runs too.
  const whole = exploration.executions.full + exploration.executions.boundCut;
  const findings = seen.filter(({ run }) => run <= whole).map(({ finding }) => finding);
  const expected = kernel.expects.map(expectationText);
  const orders = findings.filter(({ what }) => expected.includes(what)).map(({ order }) => order);
  return {
    kernel,
    loaded,
    exploration,
    findings,
    missing: expected.filter((what) => !findings.some((finding) => finding.what === what)),
    firstFailure: orders.length === 0 ? undefined : Math.min(...orders),
  };
}

/** A kernel that has more orders says so by a limit. */
const MOST_RUNS = 100_000;

/** What a run along `schedule` shows, in the words of expectations. */
export function shownBySchedule(loaded: Loaded, schedule: string): { schedule: string; shown: readonly string[] } {
  const run = replay(loaded, schedule, { timers: 'any' });
  return { schedule: run.scheduleText(), shown: shownBy(run) };
}

function loadKernel({ name, text }: Kernel): Loaded {
  const loading = load({ files: { 'main.ts': text }, entry: 'main.ts' });
  if (loading.ok) return loading.loaded;
  throw new Error(loading.diagnostics.map(({ line, message }) => `${name}, line ${line}: ${message}`).join('\n'));
}

function shownBy(run: Run): string[] {
  return [endOf(run), ...new Set(run.races.map((race) => `race ${race.resource.name}`))];
}

function endOf(run: Run): string {
  const { end } = run;
  if (end === undefined) return 'no end';
  if (end.kind === 'deadlock') return `deadlock ${reasonsOf(end.waiting)}`;
  if ('message' in end) return `${end.kind} ${end.message}`;
  return endsBadly(run) ? `leak ${reasonsOf(run.leaks())}` : 'ok';
}

const reasonsOf = (waiting: readonly { readonly reason: string }[]): string =>
  waiting
    .map(({ reason }) => reason)
    .sort()
    .join(', ');
