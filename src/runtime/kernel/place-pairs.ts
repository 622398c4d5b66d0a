import type { Pos } from './lowered.ts';

/** Gives each pair of places, on something of a name, a number of its own. It is asked for every race of every run, so it makes no text. */
export class PlacePairs {
  readonly #numbers = new Map<string, Map<Pos, Map<Pos, number>>>();
  #count = 0;

  numberOf(name: string, first: Pos, second: Pos): number {
    let byFirst = this.#numbers.get(name);
    if (byFirst === undefined) this.#numbers.set(name, (byFirst = new Map()));
    let bySecond = byFirst.get(first);
    if (bySecond === undefined) byFirst.set(first, (bySecond = new Map()));
    let number = bySecond.get(second);
    if (number === undefined) bySecond.set(second, (number = this.#count++));
    return number;
  }
}
