/**
 * Go's run queues as far as a figure needs them: goroutines (G), threads (M), and processors (P), which a thread must hold to run Go code.
 * The rules are numbered in docs/spec/go-scheduler.md. Time is left out: a move is made when the figure says so.
 */
export interface Processor {
  readonly name: string;
  /** The thread that holds it; none while it is idle, or while its thread is in a system call. */
  thread: string | undefined;
  running: string | undefined;
  /** The seat of whoever was started or woken last: `runnext`. */
  next: string | undefined;
  queue: string[];
  /** How often it has taken a goroutine from somewhere else than `next`. */
  picks: number;
  /** The thread that is in a system call with this processor's last goroutine, until the processor is taken away from it. */
  calling: string | undefined;
}

export interface Thread {
  readonly name: string;
  /** The goroutine with which it is in a system call. */
  calling: string | undefined;
}

export interface Scheduler {
  readonly processors: Processor[];
  readonly threads: Thread[];
  global: string[];
  /** Goroutines that wait for a channel, a lock or a timer. They are in no queue. */
  waiting: string[];
  started: number;
  /** Room of a local queue; 256 in Go. */
  readonly room: number;
  /** Every so many picks, the global queue is looked at first; 61 in Go. */
  readonly globalEvery: number;
}

export interface Settings {
  readonly processors?: number;
  readonly room?: number;
  readonly globalEvery?: number;
}

/** One goroutine, G1, runs on P0 and M0. The other processors are idle. */
export function boot({ processors = 2, room = 256, globalEvery = 61 }: Settings = {}): Scheduler {
  const make = (index: number): Processor => ({
    name: `P${index}`,
    thread: index === 0 ? 'M0' : undefined,
    running: index === 0 ? 'G1' : undefined,
    next: undefined,
    queue: [],
    // Not 0, at which it would look at the global queue first: nobody in a figure has just come into being.
    picks: 1,
    calling: undefined,
  });
  return {
    processors: Array.from({ length: processors }, (_, index) => make(index)),
    threads: [{ name: 'M0', calling: undefined }],
    global: [],
    waiting: [],
    started: 1,
    room,
    globalEvery,
  };
}

export const processorOf = (state: Scheduler, name: string): Processor => {
  const found = state.processors.find((processor) => processor.name === name);
  if (found === undefined)
    throw new Error(`There is no ${name} here, only ${state.processors.map((processor) => processor.name).join(', ')}`);
  return found;
};

export const threadOf = (state: Scheduler, name: string): Thread => {
  const found = state.threads.find((thread) => thread.name === name);
  if (found === undefined) throw new Error(`There is no ${name} here, only ${state.threads.map((thread) => thread.name).join(', ')}`);
  return found;
};

/** A thread with nothing to do, or a new one. */
export function freeThread(state: Scheduler): { thread: Thread; isNew: boolean } {
  const held = new Set(state.processors.map((processor) => processor.thread));
  const parked = state.threads.find((thread) => thread.calling === undefined && !held.has(thread.name));
  if (parked !== undefined) return { thread: parked, isNew: false };
  const thread: Thread = { name: `M${state.threads.length}`, calling: undefined };
  state.threads.push(thread);
  return { thread, isNew: true };
}
