import { print } from '#base';

/**
 * What Go calls a panic: unless somebody catches it, it ends the whole program.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Handling_panics. `try … catch` stands for `recover`, `finally` for `defer`.
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
 * @throws Panic always
 * @example
 * if (balance < 0) panic('negative balance');
 */
export function panic(value: unknown): never {
  throw new Panic(value);
}
