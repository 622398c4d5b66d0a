/** The two clocks on which a native test can run. */

export interface StoppableClock {
  now(): number;
  set(ms: number, act: () => void): { cancel(): boolean };
  need(): void;
  release(): void;
  /** Comes back when the next timer has gone off; false if there is none. @throws TimedOut if that is too long to wait for */
  moveOn(): Promise<boolean>;
  /** Forgets all timers. */
  stop(): void;
}

/** Nothing happens before a test runner gives up. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

interface Alarm {
  readonly due: number;
  readonly act: () => void;
}

/** Stands still until it is told to move, and then jumps to the next timer: what fake timers do. */
export class JumpingClock implements StoppableClock {
  #now = 0;
  #alarms: Alarm[] = [];

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

  moveOn(): Promise<boolean> {
    const [next] = this.#alarms;
    if (next === undefined) return Promise.resolve(false);
    this.#now = next.due;
    while (this.#alarms[0] !== undefined && this.#alarms[0].due <= this.#now) this.#alarms.shift()?.act();
    return Promise.resolve(true);
  }

  stop(): void {
    this.#alarms = [];
  }
}

/** Ten times as long as any right answer that is played by this clock takes. Test runners wait for 5 s and more, with the same end. */
const LONGEST_MS = 300;

/** The host's own timers, with a list of those that have not gone off. */
export class RealTimers implements StoppableClock {
  readonly #start = performance.now();
  readonly #pending = new Map<ReturnType<typeof setTimeout>, number>();
  #wake: (() => void) | undefined;

  now(): number {
    return performance.now() - this.#start;
  }

  set(ms: number, act: () => void): { cancel(): boolean } {
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      act();
      this.#wake?.();
    }, ms);
    this.#pending.set(timer, this.now() + ms);
    return {
      cancel: () => {
        clearTimeout(timer);
        return this.#pending.delete(timer);
      },
    };
  }

  need(): void {}

  release(): void {}

  async moveOn(): Promise<boolean> {
    if (this.#pending.size === 0) return false;
    // Nobody need wait for what is known to come too late.
    if (Math.max(this.now(), Math.min(...this.#pending.values())) > LONGEST_MS) throw new TimedOut();
    await new Promise<void>((resolve) => { this.#wake = resolve; });
    return true;
  }

  stop(): void {
    for (const timer of this.#pending.keys()) clearTimeout(timer);
    this.#pending.clear();
  }
}
