import { kernel, type Body } from '#kernel';
import { inBackground } from '../background.ts';
import { POLLER_BACK_OFF, POLLER_LONGEST_BACK_OFF, SQS_FIRST_POLLERS, SQS_MOST_POLLERS, SQS_POLLERS_PER_MINUTE, type ThrottleReason } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import type { Invocation } from '../invocation.ts';
import { AnswerOperation, ArriveOperation } from '../invoke.ts';
import type { Answered } from '../result.ts';
import { eventOf, failuresIn } from './events.ts';
import type { Received } from './message.ts';
import { ReceiveOperation, SettleOperation } from './operations.ts';
import { USE, type Consumer, type QueueState } from './queue-state.ts';
import type { SourceSettings } from './settings.ts';

/** Rounding must not put off by nothing, again and again, the moment from which on there is one more. */
const TOLERANCE = 1e-6;

/**
 * An event source mapping: polls a queue and invokes a function with what it finds.
 *
 * A poller is a task that takes one batch and sees it to its end. There is at most one that has not taken its batch yet, and only while
 * there is something to take: pollers that would find nothing are not modelled.
 */
export class SqsMapping implements Consumer {
  readonly #queue: QueueState;
  readonly #fn: Deployed;
  readonly #qualifier: string;
  readonly #settings: SourceSettings;
  #pollers = 0;
  #isHungry = false;
  /** Since when there has been something to do without a break: the number of pollers grows from then on. */
  #busySince = 0;
  #growth: { cancel(): boolean } | undefined;

  constructor(queue: QueueState, fn: Deployed, qualifier: string, settings: SourceSettings) {
    this.#queue = queue;
    this.#fn = fn;
    this.#qualifier = qualifier;
    this.#settings = settings;
  }

  wake(now: number): void {
    if (this.#isHungry || this.#queue.available(1).length === 0) return;
    if (this.#pollers === 0) this.#busySince = now;
    if (this.#pollers >= this.#most(now)) return this.#waitForGrowth(now);
    this.#pollers++;
    this.#isHungry = true;
    inBackground(`${this.#queue.settings.name}-poller-1`, () => this.#poll());
  }

  /** Pollers that there may be at `now`. */
  #most(now: number): number {
    return Math.min(this.#settings.maxConcurrency ?? SQS_MOST_POLLERS, SQS_FIRST_POLLERS + Math.floor(((now - this.#busySince) * SQS_POLLERS_PER_MINUTE) / 60_000 + TOLERANCE));
  }

  #waitForGrowth(now: number): void {
    const most = this.#most(now);
    if (this.#growth !== undefined || most >= (this.#settings.maxConcurrency ?? SQS_MOST_POLLERS)) return;
    const next = this.#busySince + ((most + 1 - SQS_FIRST_POLLERS) * 60_000) / SQS_POLLERS_PER_MINUTE;
    this.#growth = kernel().timer(next - now, `${this.#queue.settings.name}-scaling`, () => {
      this.#growth = undefined;
      kernel().touch(this.#queue.shared, USE);
      this.wake(this.#queue.region.now());
    });
  }

  *#poll(): Body<void> {
    const batch = yield* this.#gather();
    const done = batch.length === 0 ? [] : yield* this.#give(batch);
    yield new SettleOperation(this.#queue, done.length === 0 ? 'keep' : 'delete', (now) => {
      for (const { handle } of done) this.#queue.delete(handle, now);
      // Nobody else will: what is kept comes back by a timer, which knows nothing of the attempt.
      if (done.length < batch.length) this.#queue.region.work.report();
      this.#pollers--;
    });
  }

  /** A batch is complete when it is full, or when its window is over. */
  *#gather(): Body<Received[]> {
    const { batchSize, maxBatchingWindow } = this.#settings;
    const queue = this.#queue;
    const batch: Received[] = [];
    let isOver = maxBatchingWindow === 0;
    let window: { cancel(): boolean } | undefined;
    for (;;) {
      const received = (yield new ReceiveOperation(queue, batchSize - batch.length, queue.settings.visibilityTimeout, () => isOver, (now, count) => {
        if (!isOver && batch.length + count < batchSize) return;
        // The next batch is another poller's.
        this.#isHungry = false;
        this.wake(now);
      })) as Received[];
      batch.push(...received);
      if (isOver || batch.length >= batchSize) break;
      window ??= kernel().timer(maxBatchingWindow, `${queue.settings.name}-window`, () => {
        kernel().touch(queue.shared, USE);
        isOver = true;
        kernel().changed(queue.shared);
      });
    }
    window?.cancel();
    return batch;
  }

  /** Invokes the function with `batch`, and returns what is done with. Turned away, it tries again while the messages are hidden. */
  *#give(batch: readonly Received[]): Body<readonly Received[]> {
    const k = kernel();
    const until = Math.min(...batch.map(({ message }) => message.hidden?.until ?? 0));
    for (let throttles = 0; ; throttles++) {
      const arrived = (yield new ArriveOperation(this.#fn, this.#qualifier, eventOf(this.#queue, batch), [this.#fn.tally])) as Invocation | ThrottleReason;
      if (typeof arrived !== 'string') {
        const answer = (yield new AnswerOperation(arrived)) as Answered<unknown>;
        if (answer.functionError !== undefined) return [];
        const failed = this.#settings.reportBatchItemFailures ? failuresIn(answer.payload, batch.map(({ message }) => message.id)) : [];
        return batch.filter(({ message }) => !failed.includes(message.id));
      }
      const wait = Math.min(POLLER_BACK_OFF * 2 ** throttles, POLLER_LONGEST_BACK_OFF);
      const left = until - this.#queue.region.now();
      yield* k.sleep(Math.min(wait, Math.max(0, left)));
      if (wait >= left) return [];
    }
  }
}
