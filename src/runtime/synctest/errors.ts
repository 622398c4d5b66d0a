import { Panic } from '#runtime/go';
import type { WaitReason } from '#trace';

/** Something that waits and that nobody is left to wake. */
export interface Standstill {
  /** What it waits in, in Go's words: `chan send`. */
  readonly reason: WaitReason;
  /** The goroutine or thread, where the host can tell. */
  readonly task: string;
  /** Where it began to wait: a line of the program, or of a stack. */
  readonly place: string | undefined;
}

const describe = ({ reason, task, place }: Standstill): string => `${task}: ${reason}${place === undefined ? '' : `, ${place}`}`;

/**
 * A bubble in which nothing can go on any more. The message is Go's; `waiting` says what waits.
 *
 * Semantics mirrored: https://pkg.go.dev/testing/synctest#Test (Go 1.27).
 */
export class BubbleDeadlock extends Error {
  override readonly name = 'BubbleDeadlock';
  readonly waiting: readonly Standstill[];

  /** @internal */
  constructor(message: string, waiting: readonly Standstill[]) {
    super([message, ...waiting.map(describe)].join('\n  '));
    this.waiting = waiting;
  }
}

/**
 * What `leakCheck` throws: something still waits, or sleeps, when the test has ended.
 *
 * Semantics mirrored: https://pkg.go.dev/go.uber.org/goleak#VerifyNone (2026-11).
 */
export class LeakError extends Error {
  override readonly name = 'LeakError';
  readonly leaks: readonly Standstill[];

  /** @internal */
  constructor(leaks: readonly Standstill[]) {
    super([`${leaks.length} ${leaks.length === 1 ? 'goroutine has' : 'goroutines have'} not ended`, ...leaks.map(describe)].join('\n  '));
    this.leaks = leaks;
  }
}

/** Turns, each of a millisecond, within which what can go on is expected to have done so when a test has ended. */
export const LEAK_CHECK_MS = 20;

export const blockedInside = (waiting: readonly Standstill[]): BubbleDeadlock => new BubbleDeadlock('deadlock: all goroutines in bubble are blocked', waiting);
export const allAsleep = (waiting: readonly Standstill[]): BubbleDeadlock => new BubbleDeadlock('all goroutines are asleep - deadlock!', waiting);
export const leftInside = (waiting: readonly Standstill[]): BubbleDeadlock => new BubbleDeadlock('deadlock: main bubble goroutine has exited but blocked goroutines remain', waiting);

// Go's own words, src/runtime/synctest.go and src/runtime/chan.go.
export const notInside = (): Panic => new Panic('goroutine is not in a bubble: call wait in what bubble runs, or in a goroutine started there');
export const insideAlready = (): Panic => new Panic('synctest.Run called from within a synctest bubble: run one at a time');
export const waitingAlready = (): Panic => new Panic('wait already in progress: one goroutine of a bubble at a time');
export const outside = (what: string): Panic => new Panic(`${what} from outside bubble: make it outside, or use it inside only`);
