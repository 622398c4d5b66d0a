import { quote } from '#base';
import { kernel, ReadyOperation } from '#kernel';
import type { Shared } from '#kernel';

/** Goes on in as many ways as there are values. */
class ChooseOperation<T> extends ReadyOperation<T> {
  readonly verb = 'choose';
  readonly reason = 'choose';
  readonly resource: Shared | undefined = undefined;
  readonly #values: readonly T[];

  constructor(values: readonly T[]) {
    super();
    this.#values = values;
  }

  override get isChoice(): boolean {
    return true;
  }

  override ways(): number {
    return this.#values.length;
  }

  perform(way: number): T {
    const value = this.#values[way] as T;
    kernel().did('choose', undefined, { value: kernel().shown(value), flow: 'in' });
    return value;
  }

  /** Nobody else can tell. */
  intend(): void {}
}

/**
 * One of `values`, whichever the world outside decides on: a coin, an answer that may be an error, a message that may come twice. A run
 * takes the first; the explorer tries each, as it tries each order.
 *
 * Use it where Go would ask `math/rand`, or where something may fail. `Math.random` is no such choice: it gives the same numbers in every order.
 *
 * Never waits, and orders nothing.
 *
 * Semantics mirrored: none; it is how a program of the course says that the world may answer either way (model of 2026-11).
 *
 * @throws TypeError if there is nothing to choose from
 * @rules any-of
 * @example
 * const answer = await anyOf(['tea', 'timeout']);
 * console.log(answer); // tea or timeout
 */
export function anyOf<T>(values: readonly T[]): Promise<T> {
  if (!Array.isArray(values) || values.length === 0) throw new TypeError(`anyOf takes an array with at least one value, not ${quote(values)}`);
  return kernel().submit(new ChooseOperation([...values] as T[]));
}
