import type { ThrottleReason } from './constants.ts';

/** The invocation ran. A handler that failed answers with status 200 too, and says so in `functionError`. */
export interface Answered<R> {
  readonly status: 200;
  /** What the handler returned; of a failure, its type and message. */
  readonly payload: R;
  /** As in the header X-Amz-Function-Error. */
  readonly functionError?: 'Unhandled';
  /** Its environment had to be made for it, or made anew. */
  readonly cold: boolean;
  /** The version that ran: `$LATEST`, or the number of a published one. As in the header X-Amz-Executed-Version. */
  readonly executedVersion: string;
  /** Number of the environment. The model's own. */
  readonly environment: number;
  /** Milliseconds of the init phase; 0 unless cold. */
  readonly init: number;
  /** Milliseconds of the handler. */
  readonly duration: number;
}

/** TooManyRequestsException: the request did not run. */
export interface TurnedAway {
  readonly status: 429;
  readonly reason: ThrottleReason;
}

/** The event was taken over: it is handled later, and nobody hears how. */
export interface Accepted {
  readonly status: 202;
}

/** What the caller of `invoke` gets: the answer, or word that it was turned away. */
export type InvokeResult<R> = Answered<R> | TurnedAway;
