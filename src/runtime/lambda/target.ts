import { quote } from '#base';
import type { Body, Operation } from '#kernel';
import type { Pace } from './arrivals.ts';
import type { Deployed } from './deployed.ts';

/** Key of the method by which the account puts something into a queue, topic, bus, bucket or function. Not for learners. */
export const DELIVER: unique symbol = Symbol('deliver');
/** Key of the name that AWS would have in the ARN. Not for learners. */
export const ARN: unique symbol = Symbol('arn');

/** Key of the method by which a function is given what a source holds. Not for learners. */
export const POLL: unique symbol = Symbol('poll');

/** Key of the method by which a load is sent to a queue, stream or table. Not for learners. */
export const LOAD: unique symbol = Symbol('load');

/** Something that `account.load` can send to besides a function. `O`: what is sent, and when; `R`: what is told when the last has been sent. */
export interface Loadable<O extends Pace, R = void> {
  readonly name: string;
  /** @internal */
  [LOAD](options: O): Sending<R>;
}

/** The steps of a load. */
export interface Sending<R> {
  /** Sends the n-th thing. */
  each(n: number): Operation<unknown>;
  /** Looks at what has become of it. */
  last?(): Operation<R>;
}

/** Something that Lambda polls for a function. `O`: the settings of the mapping. */
export interface EventSource<O> {
  readonly name: string;
  /** @internal */
  [POLL](fn: Deployed, qualifier: string, options: O | undefined): void;
}

/** Whatever the account itself can send something to: a destination, a dead-letter queue, the target of a rule. */
export interface Target {
  readonly name: string;
  /** @internal */
  readonly [ARN]: string;
  /** @internal Puts `payload` there. Returns why it could not; undefined if it could. */
  [DELIVER](payload: unknown): Body<string | undefined>;
}

/** @throws TypeError for what the account cannot send anything to. `who` is what is given it. */
export function checkTarget(who: string, target: unknown): void {
  if (typeof (target as Partial<Target> | null | undefined)?.[DELIVER] !== 'function') throw new TypeError(`${who} takes a function, queue, topic, bus or bucket of this account, not ${quote(target)}`);
}
