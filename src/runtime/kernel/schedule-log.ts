import { cutTo } from '#base';
import { formatSchedule } from '#trace';
import { isTimer, type Candidate } from './strategy.ts';
import type { Task } from './task.ts';

/**
 * Who went, in order: what the schedule string of a run is made of. Runs that share their beginning can share it. Each list has one
 * entry per step.
 */
export class ScheduleLog {
  readonly #tasks: string[] = [];
  /** Which of its ways the task went; -1 if it had but one. */
  readonly #ways: number[] = [];
  /** Whether the plain order would have gone the same way. */
  readonly #plain: boolean[] = [];
  /** Forced switches up to and with this step: another task was taken although the one before could have gone on. */
  readonly #forced: number[] = [];
  #end = Infinity;

  get forcedSwitches(): number {
    return this.#forced.at(-1) ?? 0;
  }

  note(candidates: readonly Candidate[], task: Task, way: number, last: Task | undefined): void {
    let oldest: Task | undefined;
    let canStay = false;
    for (const { task: candidate } of candidates) {
      if (isTimer(candidate)) continue;
      oldest ??= candidate;
      if (candidate !== last) continue;
      canStay = true;
      break;
    }
    const plain = canStay ? last : (oldest ?? candidates[0]?.task);
    const forced = this.#tasks.length === 0 ? 0 : (this.#forced[this.#tasks.length - 1] as number);
    this.#tasks.push(task.name);
    this.#ways.push(task.candidate.ways > 1 ? way : -1);
    this.#plain.push(plain === task && way === 0);
    this.#forced.push(canStay && task !== last ? forced + 1 : forced);
  }

  /** The program was over after so many steps. What follows is for the explorer only. */
  close(steps: number): void {
    this.#end = steps;
  }

  /** Forgets what happened from step `length` on. */
  cut(length: number): void {
    if (this.#end > length) this.#end = Infinity;
    for (const list of [this.#tasks, this.#ways, this.#plain, this.#forced]) cutTo(list, length);
  }

  /** The shortest string that leads here: what the plain order would do anyway is left out at the end. */
  text(): string {
    let length = Math.min(this.#end, this.#tasks.length);
    while (length > 0 && this.#plain[length - 1]) length--;
    return formatSchedule(this.#tasks.slice(0, length).map((task, i) => ((this.#ways[i] as number) > 0 ? { task, alternative: this.#ways[i] as number } : { task })));
  }
}
