import { checkFunction } from '#base';
import type { Run} from '#kernel';
import { BeginWait, Call, kernel, Tend, WaitStill, type Body, type Bubble, type Found, type Task } from '#kernel';
import { blockedInside, insideAlready, leftInside, notInside, outside, waitingAlready } from './errors.ts';
import { standstill } from './standstill.ts';

/**
 * Runs `body` in a bubble: everything that it starts, and a clock of their own. The clock stands still while anything can go on; when all wait, it
 * jumps to the next timer. So a test of timeouts is neither slow nor a matter of luck. Waits until every goroutine of the bubble has ended, and returns what
 * `body` returns.
 *
 * `now()` starts at 0 inside, and goes on outside where it was. Who waits for a lock, or for what was made outside, counts as able to go on, as in Go: the
 * clock stands. What is made inside is for inside: a channel or timer that is used outside panics.
 *
 * Order: all that the bubble does happens before `bubble` returns.
 *
 * Semantics mirrored: https://pkg.go.dev/testing/synctest#Test (Go 1.27).
 *
 * @throws BubbleDeadlock when all wait and there is no timer, or when `body` has ended and something still waits
 * @throws Panic "synctest.Run called from within a synctest bubble"
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
export function bubble<R>(body: () => R): Promise<Awaited<R>> {
  checkFunction('bubble', body);
  const run = kernel() as Run;
  if (run.current().bubble !== undefined) throw insideAlready();
  return run.run(living(run, body) as Body<Awaited<R>>, 'bubble');
}

/**
 * Waits until all other goroutines of the bubble wait for something that only the bubble can bring about.
 *
 * Order: all that they did before they began to wait happens before `wait` returns.
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
  const run = kernel() as Run;
  const { bubble } = run.current();
  if (bubble === undefined) throw notInside();
  return run.run(waiting(bubble), 'wait');
}

function* waiting(bubble: Bubble): Body<void> {
  yield new BeginWait(bubble);
  yield new WaitStill(bubble);
}

function* living(run: Run, body: () => unknown): Body<unknown> {
  const bubble = run.openBubble({ outside, waitingAlready });
  const returned: { value?: unknown } = {};
  const main: Task = run.spawn({ name: 'bubble', kind: 'goroutine', onFailure: 'crash', keepsAlive: false }, new Call(() => run.run(keeping(body, returned), 'bubble'), undefined, []), bubble);
  for (;;) {
    const found = (yield new Tend(bubble, () => main.isDone)) as Found;
    if (found === 'failed') throw bubble.failure?.error;
    if (found === 'ended') return returned.value;
    if (found === 'left') throw leftInside(standstill(run, bubble.living()));
    if (found === 'blocked') throw blockedInside(standstill(run, bubble.living()));
  }
}

function* keeping(body: () => unknown, returned: { value?: unknown }): Body<void> {
  returned.value = yield new Call(body, undefined, []);
}
