import { AWAIT, SETTLE, type Access } from './access.ts';
import { QUIET, type Bubble } from './bubble.ts';
import { Operation, ReadyOperation } from './operation.ts';
import type { Shared } from './shared.ts';

/** What whoever tends a bubble finds when all in it stand still. */
export type Found = 'moved' | 'ended' | 'blocked' | 'left' | 'failed';

/** Waits until all in a bubble stand still, and nobody waits for that; then moves its clock, if there is something to move it to. */
export class Tend extends Operation<Found> {
  readonly verb = 'tend';
  readonly reason = 'synctest.Run';
  readonly resource: Shared;
  readonly #bubble: Bubble;
  readonly #hasMainEnded: () => boolean;

  constructor(bubble: Bubble, hasMainEnded: () => boolean) {
    super();
    this.#bubble = bubble;
    this.#hasMainEnded = hasMainEnded;
    this.resource = bubble.shared;
  }

  ways(): number {
    return this.#bubble.failure !== undefined || this.#bubble.isStill() ? 1 : 0;
  }

  perform(): Found {
    const bubble = this.#bubble;
    const { run } = bubble;
    if (bubble.failure !== undefined) {
      run.touch(bubble.failed, AWAIT);
      run.acquire(bubble.failure.stamp);
      return 'failed';
    }
    bubble.knowAll();
    if (bubble.living().length === 0) return 'ended';
    if (this.#hasMainEnded()) return 'left';
    if (!bubble.moveOn()) return 'blocked';
    run.did('clock', undefined, { note: `${bubble.time} ms in the bubble` });
    return 'moved';
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, QUIET);
    touch(this.#bubble.failed, AWAIT);
  }
}

/** `wait()` begins. */
export class BeginWait extends ReadyOperation<void> {
  readonly verb = 'wait';
  readonly reason = 'synctest.Wait';
  readonly resource: Shared;
  readonly #bubble: Bubble;

  constructor(bubble: Bubble) {
    super();
    this.#bubble = bubble;
    this.resource = bubble.waiter;
  }

  perform(): void {
    this.#bubble.run.touch(this.resource, SETTLE);
    this.#bubble.beginWait();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, SETTLE);
  }
}

/** Waits until all others in the bubble stand still. */
export class WaitStill extends Operation<void> {
  readonly verb = 'wait';
  readonly reason = 'synctest.Wait';
  readonly resource: Shared;
  readonly #bubble: Bubble;

  constructor(bubble: Bubble) {
    super();
    this.#bubble = bubble;
    this.resource = bubble.shared;
  }

  ways(): number {
    return this.#bubble.isStill(this.owner ?? this.#bubble.run.current()) ? 1 : 0;
  }

  perform(): void {
    this.#bubble.knowAll();
    this.#bubble.endWait();
    this.#bubble.run.did('wait', undefined, { note: 'all others in the bubble are blocked' });
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, QUIET);
  }
}
