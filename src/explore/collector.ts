import { cutTo } from '#base';
import { PlacePairs, type MemoryRace, type Run } from '#kernel';
import type { Waiting } from '#trace';
import { LostWakeups } from './lost-wakeups.ts';
import type { Access, Deadlock, EndKind, Exploration, Leak, Outcome, Race, Stuck } from './types.ts';

/** The failing run with the fewest forced switches so far. */
export interface Best {
  readonly preemptions: number;
  readonly schedule: string;
}

/** Gathers what the runs of an exploration found, each finding once with one schedule that shows it. */
export class Collector {
  failures = 0;
  #full = 0;
  #blocked = 0;
  #cut = 0;
  #livelocks = 0;
  readonly #outcomes = new Map<string, { outcome: Omit<Outcome, 'count'>; count: number }>();
  readonly #deadlocks = new Map<string, Deadlock>();
  readonly #leaks = new Map<string, Leak>();
  readonly #races = new Map<string, Race>();
  /** Those of the run before: runs that share their beginning share what was found in it, in the same place. */
  readonly #racesBefore: MemoryRace[] = [];
  readonly #pairs = new PlacePairs();
  /** Numbers of pairs of places, with both kinds. */
  readonly #racePairs = new Set<number>();
  readonly #lostWakeups = new LostWakeups();
  #best: Best | undefined;
  #bestRace: Best | undefined;

  get runs(): number {
    return this.#full + this.#blocked + this.#cut;
  }

  get hasRaces(): boolean {
    return this.#races.size > 0;
  }

  /** Whether some run was cut short, so that not all can have been seen. */
  get isLimited(): boolean {
    return this.#cut > 0 || this.#livelocks > 0;
  }

  best(ofRaces: boolean): Best | undefined {
    return ofRaces ? this.#bestRace : this.#best;
  }

  addBlocked(): void {
    this.#blocked++;
  }

  addCut(): void {
    this.#cut++;
  }

  add(run: Run, failed: boolean, preemptions: number): void {
    if (run.isUnfair) return this.addCut();
    this.#full++;
    let text: string | undefined;
    const schedule = (): string => (text ??= run.scheduleText());
    const kind: EndKind = run.end?.kind ?? 'ok';
    if (kind === 'livelock') this.#livelocks++;
    if (failed) {
      this.failures++;
      this.#best = better(this.#best, preemptions, schedule);
    }
    this.#addOutcome(run, kind, schedule);
    if (run.end?.kind === 'deadlock') this.#addDeadlock(run, schedule);
    this.#lostWakeups.add(run, schedule);
    for (const leak of run.leaks()) this.#addLeak(run, leak, schedule);
    if (run.races.length > 0) this.#bestRace = better(this.#bestRace, preemptions, schedule);
    this.#addRaces(run, schedule);
  }

  report(): Omit<Exploration, 'complete' | 'mode' | 'ms' | 'simplest'> {
    return {
      executions: { full: this.#full, sleepBlocked: this.#blocked, boundCut: this.#cut },
      outcomes: [...this.#outcomes.values()].map(({ outcome, count }) => ({ ...outcome, count })),
      deadlocks: [...this.#deadlocks.values()],
      leaks: [...this.#leaks.values()],
      races: [...this.#races.values()],
      lostWakeups: this.#lostWakeups.report(),
    };
  }

  #addOutcome(run: Run, end: EndKind, schedule: () => string): void {
    const message = run.end !== undefined && 'message' in run.end ? run.end.message : undefined;
    const key = `${end}\n${message ?? ''}\n${run.output.join('\n')}`;
    const known = this.#outcomes.get(key);
    if (known !== undefined) known.count++;
    else this.#outcomes.set(key, { outcome: { output: run.output.slice(), end, ...(message === undefined ? {} : { message }), schedule: schedule() }, count: 1 });
  }

  #addDeadlock(run: Run, schedule: () => string): void {
    const waiting = run.waiting().map((one) => stuck(run, one));
    const cycle = run.cycle().map((id) => nameOf(run, id));
    const key = JSON.stringify([cycle, waiting]);
    if (!this.#deadlocks.has(key)) this.#deadlocks.set(key, { cycle, waiting, schedule: schedule() });
  }

  #addLeak(run: Run, leak: Waiting, schedule: () => string): void {
    const born = run.place(run.tasks[leak.task]?.born ?? 0)?.line;
    const found = { ...stuck(run, leak), ...(born === undefined ? {} : { born }) };
    const key = JSON.stringify(found);
    if (!this.#leaks.has(key)) this.#leaks.set(key, { ...found, schedule: schedule() });
  }

  #addRaces(run: Run, schedule: () => string): void {
    const before = this.#racesBefore;
    const { races } = run;
    for (let i = 0; i < races.length; i++) {
      const race = races[i] as MemoryRace;
      if (before[i] === race) continue;
      cutTo(before, i);
      before.push(race);
      this.#addRace(run, race, schedule);
    }
  }

  #addRace(run: Run, race: MemoryRace, schedule: () => string): void {
    const location = race.resource.steadyName;
    const pair = 4 * this.#pairs.numberOf(location, race.first.pos, race.second.pos) + (race.first.kind === 'write' ? 2 : 0) + (race.second.kind === 'write' ? 1 : 0);
    if (this.#racePairs.has(pair)) return;
    this.#racePairs.add(pair);
    const first = access(run, race.first);
    const second = access(run, race.second);
    const key = JSON.stringify([location, ...[first, second].map(({ line, kind }) => `${line} ${kind}`).sort()]);
    if (!this.#races.has(key)) this.#races.set(key, { location, first, second, schedule: schedule() });
  }
}

/** The simpler of the two. A schedule is as long as its text. */
function better(before: Best | undefined, preemptions: number, schedule: () => string): Best {
  if (before === undefined || preemptions < before.preemptions) return { preemptions, schedule: schedule() };
  if (preemptions > before.preemptions) return before;
  const text = schedule();
  return text.length < before.schedule.length ? { preemptions, schedule: text } : before;
}

const nameOf = (run: Run, id: number): string => run.tasks[id]?.name ?? String(id);

function stuck(run: Run, waiting: Waiting): Stuck {
  const resource = run.tasks[waiting.task]?.operation?.resource;
  return {
    task: nameOf(run, waiting.task),
    reason: waiting.reason,
    line: waiting.place?.line ?? 0,
    ...(resource === undefined ? {} : { on: resource.name }),
    ...(waiting.heldBy === undefined ? {} : { heldBy: nameOf(run, waiting.heldBy) }),
  };
}

function access(run: Run, side: MemoryRace['first'] | MemoryRace['second']): Access {
  const born = run.place(side.task.born)?.line;
  return { task: side.task.name, line: run.place(side.pos)?.line ?? 0, kind: side.kind, ...(born === undefined ? {} : { born }) };
}
