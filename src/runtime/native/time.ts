import { Operation, type Shared } from '#kernel';
import type { Clock } from './clock.ts';

/** Waits for a time on the clock of the native kernel. */
export class Sleep extends Operation<void> {
  readonly verb = 'sleep';
  readonly reason: 'sleep' | 'work';
  readonly resource = undefined;
  readonly #ms: number;
  readonly #clock: Clock;
  readonly #wake: (operation: Sleep) => void;
  #alarm: { cancel(): boolean } | undefined;

  constructor(clock: Clock, ms: number, reason: 'sleep' | 'work', wake: (operation: Sleep) => void) {
    super();
    this.#clock = clock;
    this.#ms = ms;
    this.reason = reason;
    this.#wake = wake;
  }

  /** Even no time at all passes by the clock: those whose time came before go first. */
  ways(): number {
    return 0;
  }

  perform(): void {}

  intend(): void {}

  override park(): void {
    this.#alarm = this.#clock.set(this.#ms, () => { this.#wake(this); });
  }

  override unpark(): void {
    this.#alarm?.cancel();
  }
}

/** Cores for `work`, as the model has them: a count, and who waits for one. JavaScript itself has one. */
export interface Cores {
  readonly shared: Shared;
  total: number;
  free: number;
}

/** Takes one of the cores. */
export class TakeCore extends Operation<void> {
  readonly verb = 'work';
  readonly reason = 'core';
  readonly resource: Shared;
  readonly #cores: Cores;

  constructor(cores: Cores) {
    super();
    this.#cores = cores;
    this.resource = cores.shared;
  }

  override get waitsLikeOthers(): boolean {
    return true;
  }

  ways(): number {
    return this.#cores.free > 0 ? 1 : 0;
  }

  perform(): void {
    this.#cores.free--;
  }

  intend(): void {}
}
