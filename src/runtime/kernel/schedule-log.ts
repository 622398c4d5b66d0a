import { formatSchedule } from '#trace';
import { isTimer, plainChoice, type Candidate } from './strategy.ts';
import type { Task } from './task.ts';

interface Word {
  readonly task: string;
  readonly alternative: number | undefined;
  /** The plain order would have gone the same way. */
  readonly plain: boolean;
  /** Forced switches up to and with this one: another task was taken although the one before could have gone on. */
  readonly forced: number;
}

/** Who went, in order: what the schedule string of a run is made of. Runs that share their beginning can share it. */
export class ScheduleLog {
  readonly #words: Word[] = [];
  #end = Infinity;

  get forcedSwitches(): number {
    return this.#words.at(-1)?.forced ?? 0;
  }

  note(candidates: readonly Candidate[], task: Task, way: number, last: Task | undefined): void {
    const plain = plainChoice(candidates, last);
    let ways = 1;
    let forced = this.forcedSwitches;
    for (const candidate of candidates) {
      if (candidate.task === task) ways = candidate.ways;
      else if (candidate.task === last && !isTimer(last)) forced++;
    }
    this.#words.push({ task: task.name, alternative: ways > 1 ? way : undefined, plain: plain === task && way === 0, forced });
  }

  /** The program was over after so many steps. What follows is for the explorer only. */
  close(steps: number): void {
    this.#end = steps;
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    this.#words.length = length;
    if (this.#end > length) this.#end = Infinity;
  }

  /** The shortest string that leads here: what the plain order would do anyway is left out at the end. */
  text(): string {
    let length = Math.min(this.#end, this.#words.length);
    while (length > 0 && this.#words[length - 1]?.plain) length--;
    return formatSchedule(this.#words.slice(0, length).map(({ task, alternative }) => (alternative === undefined || alternative === 0 ? { task } : { task, alternative })));
  }
}
