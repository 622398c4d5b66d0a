import { join } from 'node:path';
import { given } from '#base';
import type { Reply, Request } from '#engine';
import type { Goal } from '#explore';
import { goalSchema, type GoalData } from '#lesson';
import { exerciseFolder, frontmatter } from './exercises.ts';
import { programIn } from './options.ts';
import { UsageError } from './usage.ts';

/** An exercise in which the learner is the scheduler: its program, and what an order has to do. */
export interface ExerciseGoal {
  readonly program: Request['program'];
  readonly data: GoalData;
}

/** The goal of an exercise. @throws UsageError if it has none: then it is answered with a program. */
export function exerciseGoal(id: string): ExerciseGoal {
  const folder = exerciseFolder(id);
  const data = goalIn(join(folder, 'index.mdx'));
  if (data === undefined) throw new UsageError(`the exercise "${id}" is answered with a program, not with an order`);
  return { program: programIn(join(folder, '../../programs', `${data.program}.ts`)), data };
}

export const hasGoal = (id: string): boolean => goalIn(join(exerciseFolder(id), 'index.mdx')) !== undefined;

function goalIn(file: string): GoalData | undefined {
  const { goal } = frontmatter(file);
  if (goal === undefined) return undefined;
  const read = goalSchema.safeParse(goal);
  if (!read.success) throw new UsageError(`${file}: goal: ${read.error.issues[0]?.message ?? 'cannot be read'}`);
  return read.data;
}

export interface CheckedOrder {
  readonly kind: 'passed' | 'failed' | 'stopped';
  readonly say: string;
  /** Of a claim that no order reaches the goal: how many were tried. */
  readonly orders?: number;
  /** Of such a claim that is wrong: an order that does. */
  readonly schedule?: string;
}

/** What to ask the engine: to run `schedule`, or without one to try every order. */
export function orderRequest({ program, data }: ExerciseGoal, schedule: string | undefined): Request {
  const { end, output, notOutput, mode, timers, cores } = data;
  const goal = given({ end, output, notOutput }) as Goal;
  const settings = given({ mode, timers, cores });
  return schedule === undefined ? { kind: 'explore', program, goal, ...settings } : { kind: 'stand', program, goal, schedule, ...settings };
}

/** What its answer says about the order, or about the claim that there is none. */
export function readOrder(reply: Reply): CheckedOrder {
  if (reply.kind === 'stands') {
    if (reply.standing.ready.length > 0) return { kind: 'failed', say: 'The order stops before the program is over.' };
    return reply.standing.reached ? { kind: 'passed', say: 'This order reaches the goal.' } : { kind: 'failed', say: 'This order does not reach the goal.' };
  }
  if (reply.kind === 'explored') {
    const { complete, reached = 0, outcomes, simplest } = reply.exploration;
    const orders = outcomes.reduce((sum, { count }) => sum + count, 0);
    if (reached > 0) return { kind: 'failed', say: `${reached} of ${orders} orders reach the goal.`, orders, ...(simplest && { schedule: simplest.schedule }) };
    return complete ? { kind: 'passed', say: `No order reaches the goal: all ${orders} were tried.`, orders } : { kind: 'failed', say: 'Not every order could be tried.', orders };
  }
  return { kind: 'stopped', say: reply.kind === 'stopped' ? reply.title : `the engine answered ${reply.kind}` };
}

/** Both together. Believes nothing it is told. */
export async function checkOrder(goal: ExerciseGoal, schedule: string | undefined, ask: (request: Request) => Promise<Reply>): Promise<CheckedOrder> {
  return readOrder(await ask(orderRequest(goal, schedule)));
}

