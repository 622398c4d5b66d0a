/** Hands out names that no file of the program uses. One instance serves all files of a program. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #parameters: string[] = [];
  readonly #references = new Map<object | string, string>();
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

  /** A name for the parameter at `index` of a function of ours that passes its arguments on. */
  parameter(index: number): string {
    while (this.#parameters.length <= index) this.#parameters.push(this.fresh(`$p${this.#parameters.length}`));
    return this.#parameters[index] ?? '';
  }

  /** A name for a reference to `variable`, always the same. */
  reference(variable: object | string): string {
    const name = this.#references.get(variable) ?? this.fresh('$ref');
    this.#references.set(variable, name);
    return name;
  }
}
