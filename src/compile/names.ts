/** Hands out names that no file of the program uses. One instance serves all files of a program. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #parameters: string[] = [];
  #temporaries = 0;

  /** Every helper name contains `$`, so only the learner's names with a `$` can be in the way. */
  constructor(sources: readonly string[]) {
    for (const source of sources) for (const word of source.match(/[\p{ID_Continue}$]*\$[\p{ID_Continue}$]*/gu) ?? []) this.#taken.add(word);
  }

  /** `wanted`, or the first free name made of it by adding a number. It is taken from then on. `wanted` must contain a `$`. */
  fresh(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.#taken.has(name); n++) name = `${wanted}${n}`;
    this.#taken.add(name);
    return name;
  }

  /** A name for a value that is held for the length of one expression. */
  temporary(): string {
    return this.fresh(`$${++this.#temporaries}`);
  }

  /** `count` names for parameters that are there to give a function its `length`. */
  parameters(count: number): string {
    while (this.#parameters.length < count) this.#parameters.push(this.fresh(`$p${this.#parameters.length}`));
    return this.#parameters.slice(0, count).join(', ');
  }
}
