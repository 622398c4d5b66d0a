import { checkFunction } from '#base';
import { isForALock, kernel, Operation, takeCharge, type Shared } from '#kernel';
import { allAsleep, blockedInside, insideAlready, leftInside, notInside, waitingAlready } from '#runtime/synctest/errors';
import type { Clock } from './clock.ts';
import { makeLater } from './host.ts';
import { NativeKernel } from './native-kernel.ts';
import type { NativeShared } from './waiting.ts';

/** A clock that stands still until it is moved. */
class BubbleClock implements Clock {
  #now = 0;
  #alarms: { readonly due: number; readonly act: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  set(ms: number, act: () => void): { cancel(): boolean } {
    const alarm = { due: this.#now + ms, act };
    const later = this.#alarms.findIndex(({ due }) => due > alarm.due);
    this.#alarms.splice(later === -1 ? this.#alarms.length : later, 0, alarm);
    return {
      cancel: () => {
        const at = this.#alarms.indexOf(alarm);
        if (at >= 0) this.#alarms.splice(at, 1);
        return at >= 0;
      },
    };
  }

  need(): void {}

  release(): void {}

  /** Moves to the next alarm, and lets it and all that are due at the same time go off. False if there is none. */
  moveOn(): boolean {
    const [next] = this.#alarms;
    if (next === undefined) return false;
    this.#now = next.due;
    while (this.#alarms[0] !== undefined && this.#alarms[0].due <= this.#now) this.#alarms.shift()?.act();
    return true;
  }
}

/** `wait()`: goes on when the bubble says so. */
class Quiet extends Operation<void> {
  readonly verb = 'wait';
  readonly reason = 'synctest.Wait';
  readonly resource = undefined;

  ways(): number {
    return 0;
  }

  perform(): void {}

  intend(): void {}
}

class BubbleKernel extends NativeKernel {
  readonly #clock: BubbleClock;
  #quiet: Quiet | undefined;
  readonly #realLater = makeLater();
  #crashed: { readonly error: unknown } | undefined;

  constructor() {
    const clock = new BubbleClock();
    super(clock);
    this.#clock = clock;
    this.watch();
  }

  protected override crash(error: unknown): void {
    this.#crashed ??= { error };
  }

  quiet(): Promise<void> {
    if (this.#quiet !== undefined) throw waitingAlready();
    this.#quiet = new Quiet();
    return this.submit(this.#quiet);
  }

  override shared(...made: Parameters<NativeKernel['shared']>): NativeShared {
    const shared = super.shared(...made);
    shared.bubble = this;
    return shared;
  }

  /** Whether all that it waits for was made inside. */
  #isInside(operation: Operation<unknown>): boolean {
    let isOwn = true;
    const look = ({ bubble }: Shared): void => { isOwn &&= bubble === this; };
    operation.intend(look);
    operation.meetings(look);
    return isOwn;
  }

  /** Runs `body` and all that it starts to their ends. @throws BubbleDeadlock */
  async live<R>(body: () => R): Promise<Awaited<R>> {
    let main: { readonly failed: boolean; readonly value: unknown } | undefined;
    void (async () => body())().then((value) => { main = { failed: false, value }; }, (value: unknown) => { main = { failed: true, value }; });
    for (;;) {
      // Whatever can go on without the clock does so before this comes back.
      await new Promise<void>((resolve) => { this.#realLater(resolve); });
      const { error } = this.#crashed ?? {};
      if (this.#crashed !== undefined) throw error;
      if (main?.failed === true) throw main.value;
      const living = this.alive.size + (main === undefined ? 1 : 0);
      if (living === 0) return main?.value as Awaited<R>;
      const waiting = this.standstill();
      // Somebody waits for the world outside: a promise that is none of ours.
      if (waiting.length < living || !this.operations().every((operation) => this.#isInside(operation))) continue;
      // As in Go, the clock stands for who waits for a lock. Nobody outside has these locks, so nobody will ever let them go.
      if (waiting.some(({ reason }) => isForALock(reason))) throw allAsleep(waiting);
      if (this.#quiet !== undefined) {
        const quiet = this.#quiet;
        this.#quiet = undefined;
        this.complete(quiet, undefined);
      } else if (main !== undefined) throw leftInside(waiting);
      else if (!this.#clock.moveOn()) throw blockedInside(waiting);
    }
  }
}

/**
 * Runs `body` in a bubble: its own clock, and everything that `body` starts. The clock stands still while anything can go on; when all wait, it
 * jumps to the next timer. So `sleep(Second * 3600)` takes no time, and a test of timeouts is neither slow nor a matter of luck. Waits until every
 * goroutine of the bubble has ended, and returns what `body` returns.
 *
 * The clock, `now()`, starts at 0. Who waits for a lock, for what was made outside, or for a promise of the outside world counts as able to go on, as in Go: the
 * clock stands. One bubble at a time in a process; what is made inside is for inside. (In the course, a channel or timer of a bubble panics outside; on real
 * promises nothing stops you.)
 *
 * It finds what happens in one order. The explorer runs bubbles too, in every order.
 *
 * Semantics mirrored: https://pkg.go.dev/testing/synctest#Test (Go 1.27).
 *
 * @throws BubbleDeadlock when all wait and there is no timer, or when `body` has ended and something still waits
 * @throws what `body`, or a goroutine of the bubble, fails with
 * @rules testing#bubbles
 * @example
 * import { context, Second, sleep } from 'happens-before/go';
 *
 * await bubble(async () => {
 *   const parent = context.background();
 *   const [ctx, cancel] = context.withTimeout(parent, 5 * Second);
 *   await sleep(5 * Second - 1);
 *   await wait();
 *   console.log(ctx.err()); // undefined
 *   await sleep(1);
 *   await wait();
 *   console.log(ctx.err()?.message); // context deadline exceeded
 *   cancel();
 * });
 */
export async function bubble<R>(body: () => R): Promise<Awaited<R>> {
  checkFunction('bubble', body);
  const bubble = new BubbleKernel();
  const before = takeCharge(bubble);
  try {
    if (before instanceof BubbleKernel) throw insideAlready();
    return await bubble.live(body);
  } finally {
    takeCharge(before);
  }
}

/**
 * Waits until all other goroutines of the bubble wait for something that only the bubble can bring about.
 *
 * Semantics mirrored: https://pkg.go.dev/testing/synctest#Wait (Go 1.27).
 *
 * @throws Panic "goroutine is not in a bubble"
 * @throws Panic "wait already in progress" if another goroutine of the bubble is in it
 * @rules testing#bubbles
 * @example
 * import { go } from 'happens-before/go';
 *
 * await bubble(async () => {
 *   let ran = false;
 *   go(() => { ran = true; });
 *   await wait();
 *   console.log(ran); // true
 * });
 */
export function wait(): Promise<void> {
  const bubble = kernel();
  if (!(bubble instanceof BubbleKernel)) throw notInside();
  return bubble.quiet();
}
