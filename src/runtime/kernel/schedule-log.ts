import { formatSchedule } from '#trace';
import { isTimer, type Candidate } from './strategy.ts';
import type { Task } from './task.ts';

/**
 * Who went, in order: what the schedule string of a run is made of. Runs that share their beginning can share it. Each list has one
 * entry per step; what is beyond `#length` is of runs before.
 */
export class ScheduleLog {
  readonly #tasks: string[] = [];
  /** Which of its ways the task went; -1 if it had but one. */
  readonly #ways: number[] = [];
  /** Whether the plain order would have gone the same way. */
  readonly #plain: boolean[] = [];
  /** Forced switches up to and with this step: another task was taken although the one before could have gone on. */
  readonly #forced: number[] = [];
  #length = 0;
  #end = Infinity;

  get forcedSwitches(): number {
    return this.#length === 0 ? 0 : (this.#forced[this.#length - 1] as number);
  }

  note(candidates: readonly Candidate[], task: Task, way: number, last: Task | undefined): void {
    // What is asked of every candidate is asked of few: this is done before every step.
    const stays = last !== undefined && !last.isDone ? last : undefined;
    const canStay = stays !== undefined && (stays.isReady || (candidates.includes(stays) && !isTimer(stays)));
    const plain = canStay ? stays : (candidates.find((candidate) => !isTimer(candidate.task)) ?? candidates[0])?.task;
    const forced = this.forcedSwitches;
    const step = this.#length++;
    this.#tasks[step] = task.name;
    this.#ways[step] = task.ways > 1 ? way : -1;
    this.#plain[step] = plain === task && way === 0;
    this.#forced[step] = canStay && task !== last ? forced + 1 : forced;
  }

  /** The program was over after so many steps. What follows is for the explorer only. */
  close(steps: number): void {
    this.#end = steps;
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    if (this.#end > length) this.#end = Infinity;
    if (this.#length > length) this.#length = length;
  }

  /** The shortest string that leads here: what the plain order would do anyway is left out at the end. */
  text(): string {
    let length = Math.min(this.#end, this.#length);
    while (length > 0 && this.#plain[length - 1]) length--;
    return formatSchedule(this.#tasks.slice(0, length).map((task, i) => ((this.#ways[i] as number) > 0 ? { task, alternative: this.#ways[i] as number } : { task })));
  }
}
