/** The event list: everything that a run did, in order. Text, table, lanes and JSON are functions of it. */

/** 0 is `main`; others are numbered in order of birth. */
export type TaskId = number;
export type ResourceId = number;

/** Where the scheduler may switch between tasks. DESIGN in ARCHITECTURE.md, "three modes". */
export type Mode = 'preemptive' | 'cooperative' | 'cpython';

export type TaskKind = 'main' | 'goroutine' | 'thread' | 'async' | 'timer' | 'invocation';

export interface Place {
  /** 1-based line in the learner's own file. */
  readonly line: number;
  /** 1-based column. */
  readonly column: number;
  /** File name; absent for the program's main file. */
  readonly file?: string;
}

export interface Task {
  readonly id: TaskId;
  /** Unique in the trace, without spaces: it is a word of the schedule string. */
  readonly name: string;
  readonly kind: TaskKind;
  readonly parent?: TaskId;
  /** Where the task was started. */
  readonly born?: Place;
}

export type ResourceKind =
  | 'variable' | 'object' | 'channel' | 'mutex' | 'rwmutex' | 'waitgroup' | 'lock' | 'queue'
  | 'condition' | 'semaphore' | 'once' | 'atomic' | 'promise' | 'timer' | 'cores' | 'output' | 'other';

/** Something that tasks share: a variable, a channel, a lock. */
export interface Resource {
  readonly id: ResourceId;
  readonly kind: ResourceKind;
  readonly name: string;
  /** Slots of a buffered channel or queue; 0 for an unbuffered channel. */
  readonly capacity?: number;
  readonly made?: Place;
}

/** Go's wait-reason vocabulary where Go has a word; ours elsewhere. */
export type WaitReason =
  | 'chan receive' | 'chan send' | 'chan receive (nil chan)' | 'chan send (nil chan)'
  | 'select' | 'select (no cases)' | 'sync.Mutex.Lock' | 'sync.RWMutex.RLock' | 'sync.RWMutex.Lock'
  | 'sync.WaitGroup.Wait' | 'sync.Cond.Wait' | 'sleep' | (string & {});

/** What a task is doing between two steps. */
export type TaskState =
  | { readonly kind: 'ready' }
  /** With `behind`, the task that is named does not hold it yet: it waits as well, and comes first. */
  | { readonly kind: 'blocked'; readonly reason: WaitReason; readonly resource?: ResourceId; readonly heldBy?: TaskId; readonly behind?: true }
  | { readonly kind: 'sleeping'; readonly until: number }
  | { readonly kind: 'working'; readonly until: number }
  | { readonly kind: 'returned' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Blocked when nothing can wake it any more: a deadlock or a leak. */
  | { readonly kind: 'stuck'; readonly reason: WaitReason; readonly resource?: ResourceId; readonly heldBy?: TaskId; readonly behind?: true };

export interface Change {
  readonly task: TaskId;
  readonly to: TaskState;
}

/**
 * Why this event could happen: an earlier step that led to it. Arrows are drawn from cause to effect.
 *
 * `order`: the earlier step happens before this one (an earlier unlock of the same mutex, say), but nobody waited for it. It counts
 * for happens-before; it is drawn only for the selected step.
 */
export interface Cause {
  readonly step: number;
  readonly kind: 'value' | 'wake' | 'birth' | 'join' | 'order';
  readonly value?: string;
}

/**
 * One thing that one task did. A trace is a list of these.
 *
 * `verb`, `resource` and `value` are the whole of what is shown:
 * "lock m", "read counter → 0", "write counter ← 1", "send jobs ← 7", "receive jobs → 7", "print hello", "go worker", "end".
 */
export interface Event {
  /** 1-based position in the list. */
  readonly step: number;
  readonly task: TaskId;
  /** Virtual milliseconds since the start. */
  readonly time: number;
  readonly place?: Place;
  /** start · go · read · write · send · receive · close · select · lock · unlock · add · done · wait · sleep · wake · work · busy · worked · print · await · call · end · fail … */
  readonly verb: string;
  readonly resource?: ResourceId;
  /** The value that was read, written, sent, received or printed, in its printed form. */
  readonly value?: string;
  /** `in`: the task got the value (read, receive). `out`: it gave the value (write, send, print). */
  readonly flow?: 'in' | 'out';
  /** The other task of a hand-over on an unbuffered channel, or the task that was started. */
  readonly partner?: TaskId;
  /** More words where the three above do not say it: "took default", "closed", "negative counter". */
  readonly note?: string;
  /** True where the scheduler chose who goes; false for what followed within the same step of the task. */
  readonly point: boolean;
  readonly causes: readonly Cause[];
  /** Changes of task states that this event brought about, the acting task's own state after it included. */
  readonly changes: readonly Change[];
  /** Steps that race with this one. */
  readonly races: readonly number[];
  /** Other tasks that could have gone here instead. */
  readonly others: readonly TaskId[];
  /** True if the task that went before could have gone on, but the scheduler took this one. */
  readonly forced: boolean;
}

/** How a run ended. */
export type End =
  | { readonly kind: 'ok' }
  | { readonly kind: 'deadlock'; readonly waiting: readonly Waiting[]; readonly cycle: readonly TaskId[] }
  | { readonly kind: 'panic'; readonly task: TaskId; readonly message: string; readonly place?: Place }
  | { readonly kind: 'error'; readonly task: TaskId; readonly message: string; readonly place?: Place }
  | { readonly kind: 'livelock'; readonly task: TaskId; readonly message: string; readonly place?: Place };

/** A task that waits for ever. */
export interface Waiting {
  readonly task: TaskId;
  readonly reason: WaitReason;
  readonly resource?: ResourceId;
  readonly heldBy?: TaskId;
  /** That task does not hold it yet: it waits as well, and comes first. */
  readonly behind?: true;
  /** Step of the task's last event. */
  readonly since: number;
  readonly place?: Place;
}

/** Numbers by name. Of a quantity over time, `at` is its time in milliseconds. */
export type Figures = Readonly<Record<string, number>>;

/** What a simulation measured in a run, to be drawn: it changes nothing, and no view of the steps shows it. */
export interface Measured {
  /** What measured: `function`, `queue`. */
  readonly kind: string;
  readonly name: string;
  /** Under what conditions: "100 a second for 60 s, seed 3". */
  readonly note?: string;
  /** Numbers that belong together, by name: `latency` → `p50`, `p99` … */
  readonly numbers: Readonly<Record<string, Figures>>;
  /** Quantities over time, by name: `concurrency` → a list of points. */
  readonly series: Readonly<Record<string, readonly Figures[]>>;
}

/** A call that was made and never awaited. */
export interface Unawaited {
  /** The verb: `lock`. */
  readonly call: string;
  readonly place?: Place;
}

export interface Trace {
  readonly version: 1;
  readonly mode: Mode;
  readonly tasks: readonly Task[];
  readonly resources: readonly Resource[];
  readonly events: readonly Event[];
  readonly end: End;
  /** Tasks still blocked after `main` returned. */
  readonly leaks: readonly Waiting[];
  /** Lines that the program printed. */
  readonly output: readonly string[];
  /** What was measured, in the order in which those who measure were made. Absent if nothing was. */
  readonly measured?: readonly Measured[];
  /** Calls of the library whose result nobody asked for: most often an `await` was forgotten. */
  readonly unawaited?: readonly Unawaited[];
  /** Replays this run: `main*3 a b*2`. See schedule.ts for the grammar. */
  readonly schedule: string;
}
