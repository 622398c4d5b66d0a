import { checkFunction } from '#base';
import { kernel, Operation, takeCharge } from '#kernel';
import type { Clock } from './clock.ts';
import { makeLater } from './host.ts';
import { NativeKernel } from './native-kernel.ts';
import { describeWaiting, type Standstill } from './standstill.ts';

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
    super([message, ...waiting.map(describeWaiting)].join('\n  '));
    this.waiting = waiting;
  }
}

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
  readonly #quiet: Quiet[] = [];
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
    const operation = new Quiet();
    this.#quiet.push(operation);
    return this.submit(operation);
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
      if (waiting.length < living) continue;
      if (this.#quiet.length > 0) for (const operation of this.#quiet.splice(0)) this.complete(operation, undefined);
      else if (main !== undefined) throw new BubbleDeadlock('deadlock: main bubble goroutine has exited but blocked goroutines remain', waiting);
      else if (!this.#clock.moveOn()) throw new BubbleDeadlock('deadlock: all goroutines in bubble are blocked', waiting);
    }
  }
}

/**
 * Runs `body` in a bubble: its own clock, and everything that `body` starts. The clock stands still while anything can go on; when all wait, it
 * jumps to the next timer. So `sleep(Second * 3600)` takes no time, and a test of timeouts is neither slow nor a matter of luck. Waits until every
 * goroutine of the bubble has ended, and returns what `body` returns.
 *
 * The clock, `now()`, starts at 0. What waits for a promise of the outside world counts as able to go on. One bubble at a time in a process; what
 * is made inside should be used inside only.
 *
 * For tests on real promises. The explorer, which has such a clock always, tries every order instead of the one that happens.
 *
 * Semantics mirrored: https://pkg.go.dev/testing/synctest#Test (Go 1.27). In Go, waiting for a mutex does not let the clock move on; here it does.
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
    if (before instanceof BubbleKernel) throw new Error('a bubble in a bubble, or beside one: run one at a time');
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
 * @throws Error outside a bubble
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
  if (!(bubble instanceof BubbleKernel)) throw new Error('wait was called outside a bubble');
  return bubble.quiet();
}
