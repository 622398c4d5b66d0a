/** What is to wake somebody, and when. */
interface Alarm {
  readonly deadline: number;
  /** Its deadline may come nearer while it is waited for. */
  readonly moves: boolean;
}

/**
 * The alarms that somebody waits for. Every one of them asks before every step whether it is the next, so the answer is kept.
 *
 * Invariant: `#earliest` is the earliest deadline of those that do not move, or undefined where that has to be looked for.
 */
export class Alarms<A extends Alarm = Alarm> {
  readonly #fixed = new Set<A>();
  /** Few: one for each GIL. */
  readonly #moving = new Set<A>();
  #earliest: number | undefined = Infinity;

  add(alarm: A): void {
    if (alarm.moves) this.#moving.add(alarm);
    else {
      this.#fixed.add(alarm);
      if (this.#earliest !== undefined && alarm.deadline < this.#earliest) this.#earliest = alarm.deadline;
    }
  }

  delete(alarm: A): void {
    if (this.#fixed.delete(alarm) && alarm.deadline === this.#earliest) this.#earliest = undefined;
    this.#moving.delete(alarm);
  }

  *[Symbol.iterator](): Iterator<A> {
    yield* this.#fixed;
    yield* this.#moving;
  }

  /** Infinity if there is none. */
  earliest(): number {
    let earliest = (this.#earliest ??= earliestOf(this.#fixed));
    for (const { deadline } of this.#moving) if (deadline < earliest) earliest = deadline;
    return earliest;
  }
}

function earliestOf(alarms: Iterable<Alarm>): number {
  let earliest = Infinity;
  for (const { deadline } of alarms) if (deadline < earliest) earliest = deadline;
  return earliest;
}
