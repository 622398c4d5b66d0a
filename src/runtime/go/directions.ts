import type { SelectCase } from './select-case.ts';

/**
 * The sending end of a channel, Go's `chan<- T`: who holds it can send and close, and nothing else. Every `Chan<T>` is one.
 *
 * A type only: it is the same channel, and at run time nothing keeps anybody from receiving.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Channel_types (Go 1.27).
 *
 * @rules channel
 * @example
 * async function count(out: SendChan<number>) {
 *   for (let i = 0; i < 3; i++) await out.send(i);
 *   close(out);
 * }
 * const numbers = chan<number>();
 * go(count, numbers);
 * for await (const n of numbers) console.log(n); // 0, 1, 2
 */
export interface SendChan<in T> {
  readonly capacity: number;
  readonly length: number;
  /** As `Chan.send`: waits while there is no room, and panics once closed. */
  readonly send: (value: T) => Promise<void>;
  /** As `Chan.close`. Does not wait. */
  readonly close: () => void;
  /** A case of `select` that sends, as `Chan.onSend`. */
  readonly onSend: <R = void>(value: T, then?: () => R) => SelectCase<R>;
}

/**
 * The receiving end of a channel, Go's `<-chan T`: who holds it can receive, and neither send nor close. Every `Chan<T>` is one.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Channel_types (Go 1.27).
 *
 * @rules channel
 * @example
 * async function sum(input: RecvChan<number>) {
 *   let total = 0;
 *   for await (const n of input) total += n;
 *   return total;
 * }
 * const numbers = chan<number>(2);
 * await numbers.send(3);
 * await numbers.send(4);
 * numbers.close();
 * console.log(await sum(numbers)); // 7
 */
export interface RecvChan<out T> {
  readonly capacity: number;
  readonly length: number;
  /** As `Chan.receive`: waits while there is nothing. */
  readonly receive: () => Promise<T | undefined>;
  /** As `Chan.receiveOk`. */
  readonly receiveOk: () => Promise<readonly [T, true] | readonly [undefined, false]>;
  /** A case of `select` that receives, as `Chan.onReceive`. */
  readonly onReceive: <R = void>(then?: (value: T | undefined, ok: boolean) => R) => SelectCase<R>;
  /** `for await (const value of input)`, as of a `Chan`. */
  readonly [Symbol.asyncIterator]: () => AsyncIterator<T, undefined>;
}
