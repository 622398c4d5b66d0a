import type { Mode, Place, TaskId, Trace, WaitReason } from '#trace';

/** The published form of an exploration: what `explore --json` prints, and what every verdict is made from. */
export interface Exploration {
  /** True: every order has been run. False: a limit ended the search; what was found is real, what was not may still be there. */
  readonly complete: boolean;
  readonly mode: Mode;
  readonly executions: { readonly full: number; readonly sleepBlocked: number; readonly boundCut: number };
  readonly outcomes: readonly Outcome[];
  readonly deadlocks: readonly Deadlock[];
  readonly leaks: readonly Leak[];
  readonly races: readonly Race[];
  readonly lostWakeups: readonly LostWakeup[];
  /** The failing schedule with the fewest forced switches, if any order fails. */
  readonly simplest?: { readonly preemptions: number; readonly proved: boolean; readonly schedule: string };
  /** Of an exploration with a goal: the orders that reach it. */
  readonly reached?: number;
  readonly ms: number;
}

/** What somebody wants some order to do. All of what is given has to hold. */
export interface Goal {
  /** How the run ends. `failure` is whatever ends badly; a leak or a race may end well otherwise. */
  readonly end?: EndKind | 'leak' | 'race' | 'failure';
  /** Prints exactly these lines. */
  readonly output?: readonly string[];
  /** Ends well, and prints something else than these lines. */
  readonly notOutput?: readonly string[];
}

/** A run that stands still between two steps, with all that could come next. */
export interface Standing {
  /** Every step so far, also where the plain order would have gone the same way. */
  readonly schedule: string;
  /** The steps so far; the whole run if it is over. */
  readonly trace: Trace;
  /** Who can go on, in order of birth. Empty if the run is over. */
  readonly ready: readonly Ready[];
  /** Forced switches so far. */
  readonly forced: number;
  /** Of a run that is over, where there is a goal: whether it has been reached. */
  readonly reached?: boolean;
}

/** One way in which one task can go on. */
export interface Ready {
  readonly task: TaskId;
  /** The word of a schedule that lets it go: `a`, or `a/1` where there are several ways. */
  readonly word: string;
  /** What it is about to do: "lock m", "write counter", "send jobs ← 7". */
  readonly does: string;
  readonly place?: Place;
  /** To let it go is a forced switch: the task that went last could go on. */
  readonly forced: boolean;
  /** What the plain order would take. */
  readonly plain: boolean;
}

/** How a run ends. A livelock is a run that goes on for longer than `maxSteps`. */
export type EndKind = 'ok' | 'deadlock' | 'panic' | 'error' | 'livelock';

/** One thing that can come of the program: what it prints, and how it ends. */
export interface Outcome {
  readonly output: readonly string[];
  readonly end: EndKind;
  /** First line of the panic or error, if there was one. */
  readonly message?: string;
  /** Orders that end so. */
  readonly count: number;
  /** One of them, to replay. */
  readonly schedule: string;
}

/** A task that waits for ever, and for what. Lines are those of the program, from 1. */
export interface Stuck { readonly task: string; readonly reason: WaitReason; readonly line: number; readonly on?: string; readonly heldBy?: string }
/** Nothing can go on, and `main` has not ended. `cycle`: the tasks that wait for one another, if they do. */
export interface Deadlock { readonly cycle: readonly string[]; readonly waiting: readonly Stuck[]; readonly schedule: string }
/** `main` has ended, and this task never will. */
export interface Leak extends Stuck { readonly born?: number; readonly schedule: string }
/** One of two accesses that race. */
export interface Access { readonly task: string; readonly line: number; readonly kind: 'read' | 'write'; readonly born?: number }
/** Two accesses to the same place, one of them a write, of which neither happens before the other. */
export interface Race { readonly location: string; readonly first: Access; readonly second: Access; readonly schedule: string }
/** A signal that came before anybody waited for it, and somebody who then waited for ever. */
export interface LostWakeup { readonly on: string; readonly signal: { task: string; line: number }; readonly wait: { task: string; line: number }; readonly schedule: string }

export interface ExploreOptions {
  readonly mode?: Mode;
  readonly strategy?: 'dpor' | 'naive' | 'pct' | 'random';
  readonly maxRuns?: number;
  readonly maxSteps?: number;
  readonly maxPreemptions?: number;
  readonly seed?: number;
  /** Only orders that begin with this schedule. */
  readonly begin?: string;
  /** What counts as a failure. Without it: whatever ends badly, or if nothing does, a race. */
  readonly goal?: Goal;
  /** `any`: a timer may fire as soon as no earlier one is pending. `patient`: only when nothing else can run. */
  readonly timers?: 'any' | 'patient';
  /** False: the order of printed lines does not tell orders apart. */
  readonly observeOutput?: boolean;
  /** Virtual cores for `work`. */
  readonly cores?: number;
  /** Mode `cpython` without the GIL. */
  readonly freeThreaded?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress { readonly runs: number; readonly failures: number; readonly estimate?: number; /** Of a check: what is being played. */ readonly scene?: string }
export type { TaskId };
