import type { SelectCase } from './select-case.ts';

/**
 * The sending end of a channel, Go's `chan<- T`: who holds it can send and close, and nothing else. Every `Chan<T>` is one.
 *
 * A type only: it is the same channel, and at run time nothing keeps anybody from receiving.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Channel_types (Go 1.27).
 *
 * @example
 * async function count(out: SendChan<number>) {
 *   for (let i = 0; i < 3; i++) await out.send(i);
 *   close(out);
 * }
 */
export interface SendChan<in T> {
  readonly capacity: number;
  readonly length: number;
  readonly send: (value: T) => Promise<void>;
  readonly close: () => void;
  readonly onSend: <R = void>(value: T, then?: () => R) => SelectCase<R>;
}

/**
 * The receiving end of a channel, Go's `<-chan T`: who holds it can receive, and neither send nor close. Every `Chan<T>` is one.
 *
 * @example
 * async function show(input: RecvChan<number>) {
 *   for await (const n of input) console.log(n);
 * }
 */
export interface RecvChan<out T> {
  readonly capacity: number;
  readonly length: number;
  readonly receive: () => Promise<T | undefined>;
  readonly receiveOk: () => Promise<readonly [T, true] | readonly [undefined, false]>;
  readonly onReceive: <R = void>(then?: (value: T | undefined, ok: boolean) => R) => SelectCase<R>;
  readonly [Symbol.asyncIterator]: () => AsyncIterator<T, undefined>;
}
