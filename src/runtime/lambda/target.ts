import type { Body } from '#kernel';

/** Key of the method by which the account puts something into a queue, topic, bus, bucket or function. Not for learners. */
export const DELIVER: unique symbol = Symbol('deliver');
/** Key of the name that AWS would have in the ARN. Not for learners. */
export const ARN: unique symbol = Symbol('arn');

/** Whatever the account itself can send something to: a destination, a dead-letter queue, the target of a rule. */
export interface Target {
  readonly name: string;
  /** @internal */
  readonly [ARN]: string;
  /** @internal Puts `payload` there. Returns why it could not; undefined if it could. */
  [DELIVER](payload: unknown): Body<string | undefined>;
}
