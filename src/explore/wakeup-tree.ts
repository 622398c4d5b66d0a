import type { Clock, History } from './history.ts';
import { hasOption, isIndependent, isSteady, mayStayApart, type Effect, type Node } from './node.ts';

/**
 * A step that is to be tried at some point of an order, and how to go on after it: the wakeup trees of optimal dynamic partial-order
 * reduction (Abdulla, Aronsson, Jonsson and Sagonas, 2014). One with no `next` leaves it open how to go on.
 */
export interface Branch {
  readonly task: number;
  /** The name of the way in which it goes on. */
  readonly key: number;
  /** What the step did where it was seen. Undefined: it was not. */
  readonly effect: Effect | undefined;
  readonly next: Branch[];
  /**
   * It was added because nothing that sleeps, or comes before it, could be its first step: that is known, not feared. Only then does it
   * speak for all that begins with it. Otherwise something may go on sleeping after it whose orders count on what is planned here.
   */
  readonly isSure: boolean;
  /** It was tried, or need not be. */
  isDone: boolean;
}

export const leaf = (task: number, key: number): Branch => ({ task, key, effect: undefined, next: [], isSure: false, isDone: false });

/** One step of a sequence that should be tried. */
export interface Planned {
  readonly task: number;
  /** Undefined where it is not known in which way it will go on. */
  readonly key: number | undefined;
  readonly effect: Effect | undefined;
  /** Its number in the history; undefined for the last one, which is to come earlier than it did. */
  readonly step: number | undefined;
  /** What it depends on. */
  readonly clock: Clock;
}

/** Adds `task` to what is to be tried at `node`, in all its ways, unless it is there. */
export function plan(node: Node, task: number): void {
  for (const option of node.options) if (option.task === task) for (const key of option.keys) if (!has(node.todo, task, key)) node.todo.push(leaf(task, key));
}

/**
 * Sees to it that from `node` some order is tried that begins with `sequence`, up to the order of independent steps.
 *
 * Nothing is added if a step that was tried from here, that sleeps, or that is to be tried with anything after it, could be the first of
 * such an order: a *weak initial*. `isMaximal` says that `sequence` has all that can happen without what it leaves out: only then can a step
 * that is not in it, and that depends on none of it, be its first.
 */
export function insert(node: Node, sequence: readonly Planned[], history: History, isMaximal: boolean): void {
  for (const effect of node.sleep) if (withoutFirst(sequence, effect, effect, history, isMaximal) !== undefined) return;
  for (const effect of node.done) if (withoutFirst(sequence, effect, effect, history, isMaximal) !== undefined) return;
  let rest = sequence;
  let branches = node.todo;
  for (;;) {
    let inner: Branch[] | undefined;
    for (const branch of branches) {
      if (branch.isDone || branch === node.current) continue;
      const left = withoutFirst(rest, branch, branch.effect, history, isMaximal);
      if (left === undefined) continue;
      if (left.length === 0 || (branch.next.length === 0 && branch.isSure)) return;
      rest = left;
      inner = branch.next;
      break;
    }
    if (inner === undefined) break;
    branches = inner;
  }
  grow(node, branches, rest);
}

/** Whether `insert` would come to a branch of this step with nothing after it, whatever the rest of a sequence that can begin with it. */
export function isPlanned(node: Node, task: number, key: number): boolean {
  for (const branch of node.todo) {
    if (branch.isDone || branch === node.current) continue;
    if (branch.next.length > 0 || !branch.isSure) return false;
    if (branch.task === task && branch.key === key) return true;
  }
  return false;
}

/** What is left of `sequence` after `first`, if some order that begins with `sequence` can begin with `first`. */
function withoutFirst(sequence: readonly Planned[], first: { readonly task: number; readonly key: number }, effect: Effect | undefined, history: History, isMaximal: boolean): readonly Planned[] | undefined {
  for (let at = 0; at < sequence.length; at++) {
    const { task, key, clock } = sequence[at] as Planned;
    if (task !== first.task) continue;
    if (key !== first.key) return undefined;
    for (let i = 0; i < at; i++) if (history.knows(clock, (sequence[i] as Planned).step as number)) return undefined;
    return sequence.toSpliced(at, 1);
  }
  if (!isMaximal || effect === undefined) return undefined;
  for (const { effect: other, step } of sequence) {
    if (other === undefined || !isIndependent(effect, other)) return undefined;
    // What is to come earlier than it did may do something else there.
    if (step === undefined && !mayStayApart(effect, other)) return undefined;
  }
  return sequence;
}

/** Adds a branch of the steps of `sequence`. At the node itself the other ways of its first step are to be tried too. */
function grow(node: Node, branches: Branch[], sequence: readonly Planned[]): void {
  let isAtNode = branches === node.todo;
  for (const { task, key, effect } of sequence) {
    if (isAtNode && !hasOption(node, task)) return;
    // A way that nobody knows yet is replaced by one that there is, when it comes to it.
    const branch: Branch = { task, key: key ?? -1, effect, next: [], isSure: effect !== undefined && isSteady(effect), isDone: false };
    if (isAtNode) settleKeys(branches, branch, node.options.find((option) => option.task === task)?.keys ?? []);
    else branches.push(branch);
    branches = branch.next;
    isAtNode = false;
  }
}

/** Adds `branch`, and leaves for its task's other ways: `keys` are the ones that there are. */
export function settleKeys(branches: Branch[], branch: Branch, keys: readonly number[]): void {
  const key = keys.includes(branch.key) ? branch.key : (keys[0] as number);
  if (!has(branches, branch.task, key)) branches.push(key === branch.key ? branch : { ...branch, key, effect: undefined });
  for (const other of keys) if (!has(branches, branch.task, other)) branches.push(leaf(branch.task, other));
}

function has(branches: readonly Branch[], task: number, key: number): boolean {
  for (const branch of branches) if (branch.task === task && branch.key === key) return true;
  return false;
}
