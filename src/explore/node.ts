import { dependent, type Access, type Candidate, type Footprint, type Shared, type Taken } from '#kernel';

/** What a step did, kept after the step: for comparing with other steps from the same place. */
export interface Effect {
  readonly task: number;
  readonly key: number;
  readonly participants: readonly number[];
  readonly resources: readonly Shared[];
  readonly accesses: readonly Access[];
  readonly barrier: boolean;
  /** Resources with this id or a higher one were made during the step. */
  readonly fresh: number;
}

/** A task that could go at a node, and the names of its ways. */
export interface Option {
  readonly task: number;
  readonly keys: readonly number[];
}

/**
 * A point of the path at which somebody had to be chosen: `task`, in one of its ways, which goes by the name `key`.
 *
 * Invariants, after each run: `done` ⊆ `todo` × ways; nothing in `sleep` is chosen again.
 */
export interface Node extends Taken {
  readonly options: readonly Option[];
  /** Tasks to be tried here, all ways of each. */
  readonly todo: number[];
  /** What was tried from here, with what it did. */
  readonly done: Effect[];
  /** What need not be tried here: every order that starts so has been seen from an earlier point. */
  readonly sleep: readonly Effect[];
  task: number;
  way: number;
  key: number;
  /** What the task was about to do. */
  verb: string;
  effect: Effect | undefined;
  /** Forced switches before this choice. */
  readonly spent: number;
  /** The task that went last, if it could go on: to take another is a forced switch. */
  readonly stay: number | undefined;
}

/** Forced switches up to and with this node's choice. */
export const preemptionsAt = (node: Node): number => node.spent + (node.stay !== undefined && node.task !== node.stay ? 1 : 0);

/** The one way of what can be done in one way only. */
const ONE: readonly number[] = [0];
const NONE: readonly Effect[] = [];

export function optionsOf(candidates: readonly Candidate[]): Option[] {
  const options: Option[] = [];
  for (const { task, ways } of candidates) options.push({ task: task.id, keys: keysOf(task.operation, ways) });
  return options;
}

function keysOf(operation: Candidate['task']['operation'], ways: number): readonly number[] {
  if (operation === undefined) return ONE;
  if (ways === 1 && operation.wayKey(0) === 0) return ONE;
  const keys: number[] = [];
  for (let way = 0; way < ways; way++) keys.push(operation.wayKey(way));
  return keys;
}

export function hasOption(node: Node, task: number): boolean {
  for (const option of node.options) if (option.task === task) return true;
  return false;
}

export function plan(node: Node, task: number): void {
  if (!node.todo.includes(task) && hasOption(node, task)) node.todo.push(task);
}

export function effectOf(task: number, key: number, footprint: Footprint, fresh: number): Effect {
  const participants = [task];
  for (let i = 0; i < footprint.count; i++) {
    const { id } = footprint.tasks[i] as Footprint['tasks'][number];
    if (id !== task && !participants.includes(id)) participants.push(id);
  }
  return { task, key, participants, resources: footprint.resources.slice(0, footprint.count), accesses: footprint.accesses.slice(0, footprint.count), barrier: footprint.barrier, fresh };
}

/** What still sleeps after `taken`: all that does not depend on it. */
export function stillAsleep(node: Node, taken: Effect): readonly Effect[] {
  if (taken.barrier || (node.sleep.length === 0 && node.done.length === 0)) return NONE;
  const asleep: Effect[] = [];
  for (const effect of node.sleep) if (isIndependent(effect, taken)) asleep.push(effect);
  for (const effect of node.done) if (isIndependent(effect, taken)) asleep.push(effect);
  return asleep;
}

export function isAsleep(sleep: readonly Effect[], task: number, key: number): boolean {
  for (const effect of sleep) if (effect.task === task && effect.key === key) return true;
  return false;
}

function isIndependent(a: Effect, b: Effect): boolean {
  if (a.barrier || b.barrier) return false;
  for (const participant of a.participants) if (b.participants.includes(participant)) return false;
  for (let i = 0; i < a.resources.length; i++) {
    const resource = a.resources[i] as Shared;
    for (let j = 0; j < b.resources.length; j++) {
      const other = b.resources[j] as Shared;
      // Numbers given out during a step may mean something else when the steps are taken in another order: take no chances.
      const isSame = resource.id === other.id || (resource.id >= a.fresh && other.id >= a.fresh);
      if (isSame && dependent(a.accesses[i] as Access, b.accesses[j] as Access)) return false;
    }
  }
  return true;
}
