import { formatSchedule, parseSchedule, type ResourceId, type ScheduleWord } from '#trace';
import { isTimer, plainOrder, ReplayDivergedError, withKernel, type Candidate, type Run, type RunOptions, type Strategy, type Task } from '#kernel';
import { reaches } from './goal.ts';
import { replay } from './replay.ts';
import { begin, type Subject } from './subject.ts';
import type { Goal, Ready, Standing } from './types.ts';

/**
 * Where `subject` stands after `schedule`, and who could go next. Steps that leave no choice are taken at once, so there are at least two
 * ways to go on, or the run is over.
 *
 * The schedule is followed word by word to its end and no further: unlike that of a replay it names every step, as `Standing.schedule`
 * does.
 *
 * @throws ReplayDivergedError if the schedule does not fit the program.
 */
export function stand(subject: Subject, schedule: string, options: RunOptions = {}, goal?: Goal): Standing {
  const recorded = { ...options, record: true };
  const { run, main } = begin(subject, recorded);
  const standing = standingStill(parseSchedule(schedule));
  const isOver = run.go(main, standing);
  if (isOver) {
    const trace = run.trace();
    return { schedule: standing.taken(), trace, ready: [], forced: run.forcedSwitches, ...(goal === undefined ? {} : { reached: reaches(run, goal) }) };
  }
  const ready = withKernel(run, () => standing.candidates.flatMap((candidate) => waysOf(run, candidate, standing)));
  return { schedule: standing.taken(), trace: run.traceSoFar(usedInTheEnd(subject, standing.taken(), options)), ready, forced: run.forcedSwitches };
}

/** What several tasks use if the run goes on in the plain order: steps with it are shown from the beginning. */
function usedInTheEnd(subject: Subject, schedule: string, options: RunOptions): ReadonlySet<ResourceId> {
  const { events } = replay(subject, schedule, options).trace();
  return new Set(events.flatMap(({ resource }) => (resource === undefined ? [] : [resource])));
}

interface Still extends Strategy {
  /** Every step taken, as a schedule. */
  taken(): string;
  readonly candidates: readonly Candidate[];
  readonly last: Task | undefined;
}

/** Follows the words, takes what leaves no choice, and gives the run up where there is one. */
function standingStill(words: readonly ScheduleWord[]): Still {
  const given = words.flatMap(({ count, ...word }) => Array.from({ length: count }, () => word));
  const taken: { task: string; alternative?: number }[] = [];
  let at: Pick<Still, 'candidates' | 'last'> = { candidates: [], last: undefined };
  return {
    choose(candidates, last) {
      const word = given[taken.length];
      const [only] = candidates;
      if (word === undefined && !(candidates.length === 1 && only?.ways === 1)) {
        at = { candidates: candidates.slice(), last };
        return undefined;
      }
      const choice = word === undefined ? plainOrder.choose(candidates, last) : chosen(candidates, word, taken.length + 1);
      const ways = candidates.find(({ task }) => task === choice?.task)?.ways ?? 1;
      if (choice !== undefined) taken.push({ task: choice.task.name, ...(ways > 1 ? { alternative: choice.way } : {}) });
      return choice;
    },
    taken: () => formatSchedule(taken),
    get candidates() {
      return at.candidates;
    },
    get last() {
      return at.last;
    },
  };
}

function chosen(candidates: readonly Candidate[], { task: name, alternative: way = 0 }: Omit<ScheduleWord, 'count'>, step: number): { task: Task; way: number } {
  const candidate = candidates.find(({ task }) => task.name === name);
  if (candidate === undefined || way >= candidate.ways) throw new ReplayDivergedError(step, name, candidates.map(({ task }) => task.name));
  return { task: candidate.task, way };
}

const isForced = (candidates: readonly Candidate[], last: Task | undefined, task: Task): boolean =>
  last !== undefined && task !== last && !isTimer(last) && candidates.some((candidate) => candidate.task === last);

function waysOf(run: Run, { task, ways }: Candidate, { candidates, last }: Still): Ready[] {
  const place = run.place(task.pos);
  const forced = isForced(candidates, last, task);
  const plain = plainOrder.choose(candidates, last);
  return Array.from({ length: ways }, (_, way) => ({
    task: task.id,
    word: formatSchedule([{ task: task.name, alternative: ways > 1 ? way : undefined }]),
    does: wordsOf(task, way),
    ...(place === undefined ? {} : { place }),
    forced,
    plain: plain?.task === task && plain.way === way,
  }));
}

/** What the task is about to do. */
function wordsOf(task: Task, way: number): string {
  const { operation, arrival } = task;
  if (operation === undefined) return 'go on';
  // Somebody else has done it already; the task has only to take note.
  if (arrival !== undefined) return `go on, after ${phrase(arrival.operation.verb, arrival.operation.resource?.name)}`;
  if (isTimer(task) && 'deadline' in operation) return `wake at ${String(operation.deadline)} ms`;
  return operation.wayWords(way) ?? phrase(operation.verb, operation.resource?.name);
}

const phrase = (verb: string, name: string | undefined): string => (name === undefined ? verb : `${verb} ${name}`);
