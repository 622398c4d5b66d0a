import { formatSchedule } from '#trace';
import { isTimer, plainChoice, type Candidate } from './strategy.ts';
import type { Task } from './task.ts';

interface Word {
  readonly task: string;
  readonly alternative: number | undefined;
  /** The plain order would have gone the same way. */
  readonly plain: boolean;
}

/** Who went, in order: what the schedule string of a run is made of. */
export class ScheduleLog {
  /** How often another task was taken although the one before could have gone on. */
  forcedSwitches = 0;
  readonly #words: Word[] = [];
  #end: number | undefined;

  note(candidates: readonly Candidate[], task: Task, way: number, last: Task | undefined): void {
    const plain = plainChoice(candidates, last);
    let ways = 1;
    for (const candidate of candidates) {
      if (candidate.task === task) ways = candidate.ways;
      else if (candidate.task === last && !isTimer(last)) this.forcedSwitches++;
    }
    this.#words.push({ task: task.name, alternative: ways > 1 ? way : undefined, plain: plain === task && way === 0 });
  }

  /** The program is over. What follows is for the explorer only. */
  close(): void {
    this.#end = this.#words.length;
  }

  /** The shortest string that leads here: what the plain order would do anyway is left out at the end. */
  text(): string {
    let length = this.#end ?? this.#words.length;
    while (length > 0 && this.#words[length - 1]?.plain) length--;
    return formatSchedule(this.#words.slice(0, length).map(({ task, alternative }) => (alternative === undefined || alternative === 0 ? { task } : { task, alternative })));
  }
}
