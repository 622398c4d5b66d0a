import { cutTo } from '#base';
import type { ScheduleWord } from '#trace';
import type { Access, Candidate, Taken } from '#kernel';
import type { History } from './history.ts';
import { Options } from './options.ts';

/** What a step did, kept after the step: for comparing with other steps from the same place. */
export interface Effect {
  readonly task: number;
  readonly key: number;
  readonly participants: readonly number[];
  /** Ids of resources, and what was done to each. */
  readonly resources: readonly number[];
  readonly accesses: readonly Access[];
  readonly barrier: boolean;
  /** Resources with this id or a higher one were made during the step. */
  readonly fresh: number;
}

/** A way of a task to go on from a node. */
export interface Pick {
  readonly task: number;
  readonly way: number;
  /** The way's name, which it keeps while others come and go. */
  readonly key: number;
}

export const NONE: readonly Effect[] = [];

/** The effect of a way of which nothing is known but that it need not be tried. */
export const nothingBy = (task: number, key: number): Effect => ({ task, key, participants: [task], resources: [], accesses: [], barrier: false, fresh: 0 });

/**
 * A point of the path at which somebody had to be chosen: `task`, in one of its ways, which goes by the name `key`.
 *
 * Invariants, after each run: `done` ⊆ `todo` × ways; nothing in `sleep` is chosen again. A node is used again for another point at the
 * same depth, when this one has been left for good.
 */
export class Node implements Taken {
  readonly options = new Options();
  /** Tasks to be tried here, all ways of each. */
  readonly todo: number[] = [];
  /** What was tried from here before the present choice, with what it did. */
  readonly done: Effect[] = [];
  /** What need not be tried here: every order that starts so has been seen from an earlier point. */
  sleep: readonly Effect[] = NONE;
  task = 0;
  way = 0;
  key = 0;
  /** What the task was about to do. */
  verb = '';
  /** Resources that there were before the step. */
  fresh = 0;
  /** Forced switches before this choice. */
  spent = 0;
  /** The task that went last, if it could go on: to take another is a forced switch. Otherwise -1. */
  stay = -1;

  /** Makes this the point after `before` at which `candidates` can go. */
  open(candidates: readonly Candidate[], before: Node | undefined, sleep: readonly Effect[], stay: number): void {
    this.options.fill(candidates, before?.options);
    cutTo(this.todo, 0);
    cutTo(this.done, 0);
    this.sleep = sleep;
    this.spent = before?.preemptions ?? 0;
    this.stay = stay;
    this.task = this.key = -1;
  }

  /** Makes this a point of which there is no choice: only what `word` names is to go, and has been taken. False: it cannot go. */
  openOnly(candidates: readonly Candidate[], { task: name, alternative = 0 }: ScheduleWord, before: Node | undefined, stay: number): boolean {
    this.open(candidates.filter(({ task }) => task.name === name), before, NONE, stay);
    if (this.options.count === 0) return false;
    const task = this.options.taskAt(0);
    const keys = this.options.keysAt(0);
    const key = keys[alternative];
    if (key === undefined) return false;
    // Its other ways sleep until it has gone.
    this.sleep = keys.filter((other) => other !== key).map((other) => nothingBy(task, other));
    this.take({ task, way: alternative, key });
    this.todo.push(task);
    return true;
  }

  take({ task, way, key }: Pick): void {
    this.task = task;
    this.way = way;
    this.key = key;
  }

  /** Whether `task` could go here. */
  has(task: number): boolean {
    return this.options.indexOf(task) !== -1;
  }

  plan(task: number): void {
    if (!this.todo.includes(task) && this.has(task)) this.todo.push(task);
  }

  /** Forced switches up to and with this node's choice. */
  get preemptions(): number {
    return this.spent + (this.stay !== -1 && this.task !== this.stay ? 1 : 0);
  }

  /** Whom to try first: the task that went last if it can go on, else the oldest; nothing that sleeps. */
  first(): Pick | undefined {
    const pick = this.stay === -1 ? undefined : this.#awake(this.options.indexOf(this.stay));
    if (pick !== undefined) return pick;
    for (let i = 0; i < this.options.count; i++) {
      const pick = this.#awake(i);
      if (pick !== undefined) return pick;
    }
    return undefined;
  }

  /** What is still to be tried here, after the present choice. */
  next(): Pick | undefined {
    // So it is at most points.
    if (this.todo.length === 1 && this.todo[0] === this.task && !this.options.hasWays) return undefined;
    for (const task of this.todo) {
      const pick = this.#awake(this.options.indexOf(task));
      if (pick !== undefined) return pick;
    }
    return undefined;
  }

  #awake(index: number): Pick | undefined {
    const task = this.options.taskAt(index);
    const keys = this.options.keysAt(index);
    for (let way = 0; way < keys.length; way++) {
      const key = keys[way] as number;
      const isTaken = task === this.task && key === this.key;
      if (!isTaken && !isAmong(this.sleep, task, key) && !isAmong(this.done, task, key)) return { task, way, key };
    }
    return undefined;
  }

  /** Whether there is anything that need not be tried after the present choice. */
  get hasSleepers(): boolean {
    return this.sleep.length > 0 || this.done.length > 0;
  }

  /** What still sleeps after the present choice, which was made as step `step` of `history`: all that does not depend on it. */
  stillAsleep(history: History, step: number): readonly Effect[] {
    if (history.isBarrier(step)) return NONE;
    let asleep: Effect[] | undefined;
    for (const one of this.sleep) if (history.isIndependent(step, one)) (asleep ??= []).push(one);
    for (const one of this.done) if (history.isIndependent(step, one)) (asleep ??= []).push(one);
    return asleep ?? NONE;
  }
}

function isAmong(effects: readonly Effect[], task: number, key: number): boolean {
  for (const effect of effects) if (effect.task === task && effect.key === key) return true;
  return false;
}
