import type { Trace } from '#trace';
import { deadlock, lockAsState, lostUpdate, mutexWaiting, threadLock } from './sharing.ts';
import { buffered, handOver, leak, selectDefault } from './channels.ts';
import { hostile, panicking, sleeping, stuckAmongBusy, twelveTasks, twoHundredSteps, waitGroup } from './others.ts';

export interface Fixture {
  readonly name: string;
  /** The point of the figure, as its caption says it. */
  readonly caption: string;
  readonly trace: Trace;
  readonly at?: number;
}

/** The reference traces: every state, arrow and end that the figure can draw. */
export const fixtures: readonly Fixture[] = [
  { name: 'lost-update', caption: 'Both tasks read 0, so one of the two increments is lost', trace: lostUpdate, at: 7 },
  { name: 'mutex', caption: 'b waits while a holds m, so nothing comes between a’s read and its write', trace: mutexWaiting },
  { name: 'hand-over', caption: 'A value passes when both tasks are there; whoever comes first waits', trace: handOver },
  { name: 'buffered', caption: 'The producer runs ahead until both slots of the shelf are full', trace: buffered },
  { name: 'deadlock', caption: 'Each task holds the lock that the other wants, and neither can go on', trace: deadlock },
  { name: 'stuck-among-busy', caption: 'left and right hold what the other wants, and busy goes on without them', trace: stuckAmongBusy },
  { name: 'leak', caption: 'main took the first answer and left, so slow waits for ever', trace: leak },
  { name: 'sleeping', caption: 'Two sleeps of 30 and 100 ms take 100 ms together, not 130', trace: sleeping },
  { name: 'select', caption: 'The first select finds nothing and takes its default', trace: selectDefault },
  { name: 'panic', caption: 'Sending on a closed channel ends the whole program', trace: panicking },
  { name: 'wait-group', caption: 'main goes on when the counter comes to zero, even before a has ended', trace: waitGroup },
  { name: 'threads', caption: 'A woken thread has to ask for the lock again', trace: threadLock },
  { name: 'waiting-is-a-state', caption: 'Three tasks want m; each waits for whoever holds it', trace: lockAsState },
  { name: 'twelve', caption: 'Twelve tasks, one step at a time', trace: twelveTasks },
  { name: 'two-hundred', caption: 'The watcher holds the lock for all of its forty reads', trace: twoHundredSteps },
  { name: 'hostile', caption: 'Whatever a program prints stays text', trace: hostile },
];

export * from './sharing.ts';
export * from './channels.ts';
export * from './others.ts';
export { makeTrace, ready, returned, type Draft, type Plan } from './build.ts';
