import { randomBytes } from 'node:crypto';
import type { Reply, Request } from '#engine';
import { encodeRun, isAstray, type SharedRun } from '#progress';
import { answerFiles } from '../exercises.ts';
import { orderRequest, readOrder } from '../goals.ts';
import { clean } from './clean.ts';
import type { Course, Exercise } from './course.ts';
import type { Answer } from './read.ts';

/** What has come of running an answer again. */
export interface Judgement {
  readonly result: 'verified' | 'refuted' | 'inconclusive';
  readonly exercise: string;
  readonly claimed: boolean;
  /** Orders that were run, and those in which it was right. */
  readonly orders?: number;
  readonly right?: number;
  /** Every order was run. */
  readonly complete?: boolean;
  /** The author's name of what is wrong, or the kind of the failure. */
  readonly mistake?: string;
  readonly say: string;
  /** An order in which it fails. */
  readonly schedule?: string;
  /** What stands after the address of the site, to see that order there. */
  readonly link?: string;
}

/** Runs requests isolated, each with its reply. */
export type Run = (requests: readonly Request[]) => Promise<readonly Reply[]>;

/** So many times more orders than the page has time for, where it could not try all. */
const EFFORT = 20;

/** A replay needs a text that the page can take; the answer is there under this name. */
const ANSWER = 'main.ts';

/**
 * Judges the answers of one person: first as the page does, then those that passed by the scenes that the page does not ship, and where not all orders were tried with
 * many more. What cannot be decided is inconclusive, never verified.
 */
export async function judgeAnswers(answers: readonly Answer[], course: Course, run: Run): Promise<readonly Judgement[]> {
  const cases = answers.map((answer) => ({ answer, exercise: course.exercise(answer.exercise) }));
  const asked = cases.map(({ answer, exercise }) => (exercise === undefined ? undefined : requestFor(answer, exercise)));
  const first = await runThose(asked, run);
  const judged = cases.map(({ answer, exercise }, index) => judgementOf(answer, exercise, first[index]));
  const again = judged.map((judgement, index) => (judgement.result === 'verified' ? harder(cases[index]!.answer, cases[index]!.exercise!, judgement) : []));
  const second = (await runThose(again.flat().map(({ request }) => request), run))[Symbol.iterator]();
  return judged.map((judgement, index) => {
    const { answer, exercise } = cases[index]!;
    return again[index]!.reduce((before, { instead }) => together(before, judgementOf(answer, exercise, second.next().value), instead), judgement);
  });
}

/** Runs what there is to run. The others have no reply. */
async function runThose(requests: readonly (Request | undefined)[], run: Run): Promise<readonly (Reply | undefined)[]> {
  const replies = (await run(requests.filter((request) => request !== undefined)))[Symbol.iterator]();
  return requests.map((request) => (request === undefined ? undefined : replies.next().value));
}

function requestFor({ code, schedule }: Answer, { check, goal, others }: Exercise): Request | undefined {
  if (goal !== undefined) return schedule === undefined ? undefined : orderRequest(goal, schedule === 'none' ? undefined : schedule);
  return check === undefined ? undefined : checkRequest(code, others, check);
}

/** The check gets a name that no answer can know, so that none can import what it expects. The solution is not there at all. */
function checkRequest(code: string, others: Exercise['others'], text: string, effort = 1): Request {
  const check = `check-${randomBytes(12).toString('hex')}.ts`;
  const { files, also } = answerFiles(code, others, ANSWER);
  return { kind: 'check', program: { files: { ...files, [check]: text }, entry: ANSWER }, answer: ANSWER, check, ...(also.length === 0 ? {} : { also }), ...(effort === 1 ? {} : { effort }) };
}

/** A second look at an answer that passed. */
interface Look {
  readonly request: Request;
  /** It goes through the orders of the first look as well. */
  readonly instead: boolean;
}

function harder({ code }: Answer, { check, more, others }: Exercise, { complete }: Judgement): Look[] {
  return [
    ...(check === undefined || complete !== false ? [] : [{ request: checkRequest(code, others, check, EFFORT), instead: true }]),
    ...(more === undefined ? [] : [{ request: checkRequest(code, others, more), instead: false }]),
  ];
}

/** A second look can refute. One that runs out of time takes nothing back. */
function together(first: Judgement, second: Judgement, instead: boolean): Judgement {
  if (second.result === 'refuted') return second;
  if (second.result === 'inconclusive') return { ...first, say: `${first.say} A second look was not finished: ${second.say}.` };
  if (instead) return second;
  return { ...first, orders: (first.orders ?? 0) + (second.orders ?? 0), right: (first.right ?? 0) + (second.right ?? 0), complete: second.complete === true && first.complete === true };
}

function judgementOf({ exercise: name, claimed, schedule, code }: Answer, exercise: Exercise | undefined, reply: Reply | undefined): Judgement {
  const about = { exercise: exercise?.id ?? name, claimed };
  if (exercise === undefined) return { ...about, result: 'inconclusive', say: 'This course has no such exercise.' };
  if (reply === undefined) return { ...about, result: 'refuted', say: 'No order was handed in.' };
  if (exercise.goal !== undefined) {
    const { kind, say, orders, schedule: instead } = readOrder(reply);
    const found = { ...about, say, ...(orders === undefined ? {} : { orders }) };
    if (kind === 'passed') return { ...found, result: 'verified', complete: true };
    // An order that does not fit the program is no evidence.
    const doesNotFit = reply.kind === 'stopped' && isAstray(reply.title);
    if (kind === 'stopped' && !doesNotFit) return { ...found, result: 'inconclusive' };
    // Of a claim that there is no such order, the one that there is.
    const shown = schedule === 'none' ? instead : schedule;
    return { ...found, result: 'refuted', mistake: kind === 'failed' ? 'misses-the-goal' : 'does-not-fit', ...orderShown(exercise, shown) };
  }
  switch (reply.kind) {
    case 'judged': {
      const { passed, orders, right, complete, failure, headline } = reply.verdict;
      const counts = { ...about, orders, right, complete };
      if (passed) return { ...counts, result: 'verified', say: headline };
      if (failure === undefined) return { ...counts, result: 'refuted', say: headline };
      const { schedule, scene, mistake = failure.kind } = failure;
      return { ...counts, result: 'refuted', mistake, say: `${headline} ${clean(failure.say, 600)}`, schedule, ...linkTo(exercise.id, 'exercise', { code, mode: 'preemptive', schedule, scene }) };
    }
    case 'refused': return { ...about, result: 'refuted', mistake: 'does-not-compile', say: clean(reply.diagnostics.map(({ file, line, message }) => `${file === ANSWER ? '' : `${file}, `}line ${line}: ${message}`).join('; '), 600) };
    case 'stopped': return { ...about, result: 'inconclusive', say: clean(reply.title, 300) };
    default: return { ...about, result: 'inconclusive', say: `the engine answered ${reply.kind}` };
  }
}

function orderShown({ id, goal }: Exercise, schedule: string | undefined): Pick<Judgement, 'schedule' | 'link'> {
  return schedule === undefined ? {} : { schedule, ...linkTo(id, 'break', { mode: goal?.data.mode ?? 'preemptive', schedule }) };
}

/** Where the page shows an order of an answer; nothing if that is longer than a link may be. */
function linkTo(id: string, kind: 'exercise' | 'break', run: Omit<SharedRun, 'at'>): { readonly link?: string } {
  const [part, lesson, exercise] = id.split('/');
  const fragment = encodeRun({ at: `${kind}-${exercise}`, ...run });
  return fragment === undefined ? {} : { link: `${part}/${lesson}/${fragment}` };
}
