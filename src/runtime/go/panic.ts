import { print } from '#base';

/**
 * What Go calls a panic: unless somebody catches it, it ends the whole program.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Handling_panics (Go 1.27). `try … catch` stands for `recover`, `finally` for `defer`.
 *
 * @rules defer
 * @example
 * try {
 *   panic({ code: 7 });
 * } catch (error) {
 *   if (error instanceof Panic) console.log(error.value); // { code: 7 }
 * }
 */
export class Panic extends Error {
  /** What was passed to `panic`. */
  readonly value: unknown;

  constructor(value: unknown) {
    super(value instanceof Error ? value.message : print(value));
    this.name = 'Panic';
    this.value = value;
  }
}

/**
 * Ends the program with `value`, unless a `catch` on the way up stops it.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Handling_panics (Go 1.27).
 *
 * @throws Panic always
 * @rules defer
 * @example
 * const balance = -1;
 * if (balance < 0) panic('negative balance'); // panics: negative balance
 */
export function panic(value: unknown): never {
  throw new Panic(value);
}
