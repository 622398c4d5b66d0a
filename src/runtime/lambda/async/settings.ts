import { quote } from '#base';
import { ASYNC_RETRIES, LONGEST_EVENT_AGE, SHORTEST_EVENT_AGE } from '../constants.ts';
import { invalidParameter } from '../errors.ts';
import { checkTarget, type Target } from '../target.ts';

/** What becomes of events whose sender does not wait. The names are those of CloudFormation's and the CDK's settings; times are milliseconds. */
export interface AsyncSettings {
  /** How often an event whose handler failed is tried again, 0 to 2. Default 2. Being turned away is not a try. */
  readonly retryAttempts?: number;
  /** How old an event may get before it is given up: one minute to six hours. Default six hours. */
  readonly maxEventAge?: number;
  /** Where a record of each event goes that was handled. */
  readonly onSuccess?: Target;
  /** Where a record of each event goes that was given up. */
  readonly onFailure?: Target;
  /** Where the event itself goes, without a record of what happened, when it is given up. */
  readonly deadLetterQueue?: Target;
}

/** @throws TypeError, RangeError, LambdaError for what AWS would refuse. */
export function checkAsync({ retryAttempts, maxEventAge, ...targets }: AsyncSettings): void {
  if (retryAttempts !== undefined) between('MaximumRetryAttempts', 'retryAttempts', retryAttempts, 0, ASYNC_RETRIES, 1);
  if (maxEventAge !== undefined) between('MaximumEventAgeInSeconds', 'maxEventAge', maxEventAge, SHORTEST_EVENT_AGE, LONGEST_EVENT_AGE, 1000);
  for (const field of ['onSuccess', 'onFailure', 'deadLetterQueue'] as const) if (targets[field] !== undefined) checkTarget(field, targets[field]);
}

/** AWS's own validation, in its words: one sentence for every field with a lowest and a highest value. `unit` is what AWS counts in; what it counts one by one is whole. */
export function between(awsField: string, field: string, value: unknown, least: number, most: number, unit: number): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`${field} takes a number, not ${quote(value)}`);
  if (unit === 1 && !Number.isInteger(value)) throw new TypeError(`${field} takes a whole number, not ${value}`);
  const bound = value < least ? (['greater', least] as const) : value > most ? (['less', most] as const) : undefined;
  const name = awsField.charAt(0).toLowerCase() + awsField.slice(1);
  if (bound !== undefined) throw invalidParameter(`1 validation error detected: Value '${value / unit}' at '${name}' failed to satisfy constraint: Member must have value ${bound[0]} than or equal to ${bound[1] / unit}.`, `${field} is ${least} to ${most}${unit === 1000 ? ' ms' : ''}.`);
}
