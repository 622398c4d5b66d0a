import { dependent, type Access, type Candidate, type Footprint, type Shared } from '#kernel';

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
 * A point of the path at which somebody had to be chosen.
 *
 * Invariants, after each run: `done` ⊆ `todo` × ways; nothing in `sleep` is chosen again.
 */
export interface Node {
  readonly options: readonly Option[];
  /** Tasks to be tried here, all ways of each. */
  readonly todo: Set<number>;
  /** What was tried from here, with what it did. */
  readonly done: Effect[];
  /** What need not be tried here: every order that starts so has been seen from an earlier point. */
  readonly sleep: readonly Effect[];
  task: number;
  key: number;
  effect: Effect | undefined;
  /** Forced switches before this choice. */
  readonly spent: number;
  /** The task that went last, if it could go on: to take another is a forced switch. */
  readonly stay: number | undefined;
}

/** Forced switches up to and with this node's choice. */
export const preemptionsAt = (node: Node): number => node.spent + (node.stay !== undefined && node.task !== node.stay ? 1 : 0);

export function optionsOf(candidates: readonly Candidate[]): Option[] {
  return candidates.map(({ task, ways }) => {
    const keys: number[] = [];
    for (let way = 0; way < ways; way++) keys.push(task.operation?.wayKey(way) ?? way);
    return { task: task.id, keys };
  });
}

export function effectOf(task: number, key: number, footprint: Footprint, fresh: number): Effect {
  return {
    task,
    key,
    participants: [...new Set([task, ...footprint.tasks.map((other) => other.id)])],
    resources: footprint.resources.slice(),
    accesses: footprint.accesses.slice(),
    barrier: footprint.barrier,
    fresh,
  };
}

/** What still sleeps after `taken`: all that does not depend on it. */
export function stillAsleep(node: Node, taken: Effect): Effect[] {
  const asleep: Effect[] = [];
  if (taken.barrier) return asleep;
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
