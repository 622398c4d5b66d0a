import { NOW, type Access } from './access.ts';
import { Operation, type Body, type TaskRef } from './operation.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';
import { Wake } from './time.ts';

/** CPython's switch interval: so long does a thread wait for the GIL before it asks for it. */
const SWITCH_INTERVAL = 5;

const TAKE: Access = { bit: 1, after: 1 | 2 | 4, races: 1 | 4 };
const GIVE: Access = { bit: 2, after: 1 | 4, races: 4 };
const LOOK: Access = { bit: 4, after: 1 | 2, races: 1 | 2 };

/**
 * CPython's global interpreter lock, as far as the clock sees it: who `work`s holds it, and who sleeps or waits does not. Steps that take no
 * time need it for no time, so only `work`, and the end of a `sleep`, ask for it.
 *
 * A thread that has waited for it for 5 ms asks for it. The holder then lets it go, and does not take it again before another has. Which of
 * those who wait takes it is up to the operating system: each is tried.
 */
export class Gil {
  readonly run: Run;
  readonly shared: Shared;
  holder: TaskRef | undefined = undefined;
  /** Who let it go because others asked. */
  leftBy: TaskRef | undefined = undefined;
  #takenAt = 0;
  readonly #waiting = new Map<TakeGil, number>();

  constructor(run: Run) {
    this.run = run;
    this.shared = run.shared('lock', { name: 'GIL' });
  }

  /** When the holder has to let it go. */
  dropAt(): number {
    let first = Infinity;
    for (const since of this.#waiting.values()) first = Math.min(first, since);
    return Math.max(first, this.#takenAt) + SWITCH_INTERVAL;
  }

  come(operation: TakeGil): void {
    this.run.touch(this.run.clock, NOW);
    this.#waiting.set(operation, this.run.now());
  }

  go(operation: TakeGil): void {
    this.#waiting.delete(operation);
  }

  take(): void {
    this.run.touch(this.shared, TAKE);
    this.run.touch(this.run.clock, NOW);
    this.holder = this.run.current();
    this.leftBy = undefined;
    this.#takenAt = this.run.now();
    this.run.did('acquire', this.shared);
  }

  give(isAsked: boolean): void {
    this.run.touch(this.shared, GIVE);
    if (isAsked) this.leftBy = this.holder;
    this.holder = undefined;
    this.run.did('release', this.shared, { note: `${this.run.now()} ms` });
  }

  /** Works for `ms`, in as many pieces as others make of it. */
  *work(ms: number): Body<void> {
    let left = ms;
    do {
      yield new TakeGil(this);
      left = (yield new Piece(this, left)) as number;
    } while (left > 0);
  }

  /** A thread that comes back from where it waited needs the GIL to go on. */
  *attach(): Body<void> {
    this.run.touch(this.shared, LOOK);
    if (this.holder === undefined) return;
    yield new TakeGil(this);
    this.give(false);
  }
}

class TakeGil extends Operation<void> {
  readonly verb = 'acquire';
  readonly reason = 'GIL';
  readonly resource: Shared;
  readonly #gil: Gil;

  constructor(gil: Gil) {
    super();
    this.#gil = gil;
    this.resource = gil.shared;
  }

  ways(): number {
    return this.#gil.holder === undefined && this.#gil.leftBy?.id !== this.owner?.id ? 1 : 0;
  }

  perform(): void {
    this.#gil.take();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, TAKE);
  }

  override park(): void {
    this.#gil.come(this);
  }

  override unpark(): void {
    this.#gil.go(this);
  }

  override holder(): TaskRef | undefined {
    return this.#gil.holder;
  }
}

/** The holder works until it is done, or has to let the GIL go. Gives what is left to do. */
class Piece extends Wake {
  readonly #gil: Gil;
  readonly #end: number;

  constructor(gil: Gil, ms: number) {
    super(gil.run, gil.run.now() + ms, 'work');
    this.#gil = gil;
    this.#end = gil.run.now() + ms;
  }

  /** Somebody may ask for the GIL meanwhile. */
  override get moves(): boolean {
    return true;
  }

  override get deadline(): number {
    return Math.min(this.#end, this.#gil.dropAt());
  }

  override perform(): number {
    const now = this.deadline;
    this.arrive(now);
    const left = this.#end - now;
    this.#gil.give(left > 0);
    return left;
  }

  override intend(touch: (resource: Shared, access: Access) => void): void {
    super.intend(touch);
    touch(this.#gil.shared, GIVE);
  }
}
