import { ADVANCE, AWAIT, GIVE, NOW, ON_TIME, SETTLE, TAKE, type Access } from './access.ts';
import { Operation } from './operation.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';

/** Takes one of the virtual cores. */
export class TakeCore extends Operation<void> {
  readonly verb = 'work';
  readonly reason = 'core';
  readonly resource: Shared;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
    this.resource = run.cores;
  }

  ways(): number {
    return this.#run.freeCores > 0 ? 1 : 0;
  }

  perform(): void {
    this.#run.touch(this.resource, TAKE);
    this.#run.freeCores--;
    this.#run.did('work', undefined, { note: 'takes a core' });
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, TAKE);
  }
}

/** Reads the clock and sets the deadline: the first half of a sleep. */
export class SetAlarm extends Operation<number> {
  /** Who works is not asleep. */
  readonly verb: 'sleep' | 'busy';
  readonly reason = 'sleep';
  readonly resource: Shared;
  readonly #run: Run;
  readonly #ms: number;
  readonly #shown: boolean;

  constructor(run: Run, ms: number, shown: boolean) {
    super();
    this.#run = run;
    this.#ms = ms;
    this.#shown = shown;
    this.verb = shown ? 'sleep' : 'busy';
    this.resource = run.clock;
  }

  ways(): number {
    return 1;
  }

  perform(): number {
    this.#run.touch(this.resource, NOW);
    if (this.#shown) this.#run.did('sleep', undefined, { note: `${this.#ms} ms` });
    return this.#run.now() + this.#ms;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, NOW);
  }
}

/**
 * Waits for the clock to reach `deadline`. It can fire once no other alarm is due earlier, and moves the clock there. Who waits at a
 * deadline that has been reached is ready like anybody else.
 */
export class Wake extends Operation<unknown> {
  readonly verb: 'wake' | 'worked';
  readonly reason: 'sleep' | 'work';
  readonly resource: Shared;
  readonly #deadline: number;
  readonly #run: Run;
  /** The timer that it belongs to, which somebody may cancel. */
  readonly timer: Shared | undefined;
  #cancelled = false;

  constructor(run: Run, deadline: number, reason: 'sleep' | 'work', timer?: Shared) {
    super();
    this.#run = run;
    this.#deadline = deadline;
    this.reason = reason;
    this.verb = reason === 'work' ? 'worked' : 'wake';
    this.resource = run.clock;
    this.timer = timer;
  }

  get deadline(): number {
    return this.#deadline;
  }

  /** Its deadline may come nearer while it is waited for. */
  get moves(): boolean {
    return false;
  }

  /** Its clock shows the deadline: it does not have to be moved. */
  get isDue(): boolean {
    return this.deadline <= this.#run.now();
  }

  /** It goes off only when nothing else can go on, with any timers. */
  get isLast(): boolean {
    return false;
  }

  protected get isCancelled(): boolean {
    return this.#cancelled;
  }

  ways(): number {
    return !this.#cancelled && this.deadline <= this.#run.earliestAlarm() ? 1 : 0;
  }

  perform(): unknown {
    this.arrive(this.deadline);
    if (this.timer !== undefined) this.#run.touch(this.timer, SETTLE);
    if (this.reason === 'work') {
      this.#run.touch(this.#run.cores, GIVE);
      this.#run.freeCores++;
    }
    this.#run.did(this.verb, undefined, { note: `${this.deadline} ms` });
    return undefined;
  }

  /** The clock shows `time`, if it does not yet. */
  protected arrive(time: number): void {
    const run = this.#run;
    if (time <= run.now()) run.touch(this.resource, ON_TIME);
    // An earlier alarm that was taken away does not hold this one up any more.
    for (const { deadline, timer } of run.disarmed) if (timer !== undefined && deadline > run.now() && deadline < time) run.touch(timer, AWAIT);
    run.advanceTo(time, this.reason === 'work' && run.mode === 'cooperative');
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.isDue ? ON_TIME : ADVANCE);
    this.intendTimer(touch);
  }

  protected intendTimer(touch: (resource: Shared, access: Access) => void): void {
    if (this.timer !== undefined) touch(this.timer, SETTLE);
  }

  /** It will never fire now. It stays with its task, as it could have fired before. */
  cancel(): void {
    this.unpark();
    this.#cancelled = true;
    this.#run.disarmed.push(this);
  }

  override park(): void {
    this.#run.alarms.add(this);
  }

  override unpark(): void {
    this.#run.alarms.delete(this);
  }
}

/** An alarm that goes off when nothing else can go on, and nothing else is due before it or with it: whoever comes to look at what is left. */
export class LastWake extends Wake {
  readonly #run: Run;

  constructor(run: Run, deadline: number) {
    super(run, deadline, 'sleep');
    this.#run = run;
  }

  override get isDue(): boolean {
    return false;
  }

  override get isLast(): boolean {
    return true;
  }

  override ways(): number {
    for (const alarm of this.#run.alarms) if (!alarm.isLast && alarm.deadline <= this.deadline) return 0;
    return super.ways();
  }

  override perform(): unknown {
    this.#run.footprint.barrier = true;
    return super.perform();
  }
}
