import type { EndKind, Exploration, Outcome, Progress } from '#explore';
import { program } from '#words';

const ends: Record<EndKind, string> = program.orders.ends_;

/** How an outcome ends, in a word or two, with the first words of a panic. */
export const endWords = ({ end, message }: Pick<Outcome, 'end' | 'message'>): string =>
  message === undefined ? ends[end] : `${ends[end]}: ${message}`;

export const isFailure = ({ end }: Pick<Outcome, 'end'>): boolean => end !== 'ok';

export const orders = (exploration: Exploration): number => exploration.outcomes.reduce((sum, outcome) => sum + outcome.count, 0);

/** The one sentence above the table of outcomes. */
export function headline(exploration: Exploration): string {
  const total = orders(exploration);
  const different = exploration.outcomes.length;
  if (exploration.complete && total === 1) return program.orders.only;
  return program.orders.headline(exploration.complete ? program.orders.all(total) : program.orders.some(total), different);
}

export interface Finding {
  readonly say: string;
  readonly lines: readonly number[];
  readonly schedule: string;
}

/** One finding for each thing that is raced on: the first pair in words, the lines of all of them. */
function raceFindings(races: Exploration['races']): readonly Finding[] {
  return [...Map.groupBy(races, (race) => race.location)].map(([location, pairs]) => {
    const { first, second, schedule } = pairs[0]!;
    const lines = [...new Set(pairs.flatMap((pair) => [pair.first.line, pair.second.line]))].sort((a, b) => a - b);
    return {
      say: `Race on ${location}: ${first.task} ${first.kind}s it in line ${first.line}, ${second.task} ${second.kind}s it in line ${second.line}, and nothing puts one before the other.`,
      lines,
      schedule,
    };
  });
}

/** What the search found besides outcomes, one sentence each, with the lines it is about. */
export function findings(exploration: Exploration): readonly Finding[] {
  const deadlocks = exploration.deadlocks.map(({ waiting, schedule }) => ({
    say: `Deadlock: ${waiting.map(({ task, reason, on, line }) => `${task} waits in line ${line} (${reason}${on === undefined ? '' : ` ${on}`})`).join(', ')}.`,
    lines: waiting.map(({ line }) => line),
    schedule,
  }));
  const leaks = exploration.leaks.map(({ task, line, reason, on, schedule }) => ({
    say: `Leak: ${task} still waits in line ${line} (${reason}${on === undefined ? '' : ` ${on}`}) when main has returned.`,
    lines: [line],
    schedule,
  }));
  const lost = exploration.lostWakeups.map(({ on, signal, wait, schedule }) => ({
    say: `Lost wake-up on ${on}: ${signal.task} signals in line ${signal.line} before ${wait.task} waits in line ${wait.line}.`,
    lines: [signal.line, wait.line],
    schedule,
  }));
  return [...raceFindings(exploration.races), ...deadlocks, ...leaks, ...lost];
}

/** How far a search has come. The estimate is of what is still unknown, so it is rounded, and left out while it says nothing. */
export function progressWords({ runs, failures, estimate }: Progress): string {
  const total = estimate === undefined || !Number.isFinite(estimate) || estimate < runs || estimate > MOST_ESTIMATED ? undefined : Number(estimate.toPrecision(2));
  return program.status.progress(runs, total, failures);
}

const MOST_ESTIMATED = 1_000_000;
