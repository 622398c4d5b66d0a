import type { Operation } from '#kernel';
import type { Chan } from './channel.ts';

/** One case of a `select`. Make it with `ch.onReceive`, `ch.onSend` or `otherwise`. */
export type SelectCase<R> =
  | { readonly kind: 'receive'; readonly channel: Chan<any>; readonly then: ((value: any, ok: boolean) => R) | undefined }
  | { readonly kind: 'send'; readonly channel: Chan<any>; readonly value: unknown; readonly then: (() => R) | undefined }
  | { readonly kind: 'default'; readonly then: (() => R) | undefined };

export const receiveCase = <T, R>(channel: Chan<T>, then: ((value: T | undefined, ok: boolean) => R) | undefined): SelectCase<R> => ({ kind: 'receive', channel, then });
export const sendCase = <T, R>(channel: Chan<T>, value: T, then: (() => R) | undefined): SelectCase<R> => ({ kind: 'send', channel, value, then });

/**
 * The default case of a `select`: taken when no other case can go on at once. A `select` with it never waits.
 *
 * Semantics mirrored: https://go.dev/ref/spec#Select_statements (Go 1.27).
 *
 * @rules select
 * @example
 * const results = chan<string>(1);
 * const look = () => select(
 *   results.onReceive((value) => value),
 *   otherwise(() => 'nothing yet'),
 * );
 * console.log(await look()); // nothing yet
 * await results.send('tea');
 * console.log(await look()); // tea
 */
export const otherwise = <R = void>(then?: () => R): SelectCase<R> => ({ kind: 'default', then });

/** Ways in which `item` could go on now, for the select operation `self`. */
export function waysOf(item: SelectCase<unknown>, self: Operation<unknown>, immediate: boolean): number {
  switch (item.kind) {
    case 'receive': return item.channel.waysToReceive(self, immediate);
    case 'send': return item.channel.waysToSend(self);
    case 'default': return 0;
  }
}
