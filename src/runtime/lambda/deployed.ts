import type { Shared } from '#kernel';
import type { AsyncTally } from './async/tally.ts';
import type { Pace } from './arrivals.ts';
import type { FunctionState } from './function-state.ts';
import type { FunctionSettings } from './options.ts';
import type { Region } from './region.ts';
import type { StreamTally } from './stream/tally.ts';
import type { Tally } from './tally.ts';
import type { Target } from './target.ts';

/** What a function is given things from, and what was put into it by `account.load`. */
export interface Source {
  readonly name: string;
  readonly loads: readonly Pace[];
}

/** A function with all that belongs to it. */
export interface Deployed {
  readonly region: Region;
  readonly state: FunctionState;
  /** What is not a version's own: where events go that fail, how long environments live. */
  readonly settings: FunctionSettings;
  /** The function as a resource of the trace. */
  readonly shared: Shared;
  readonly tally: Tally;
  /** Of its events whose senders do not wait. */
  readonly events: AsyncTally;
  /** Of the records that it is given from streams. */
  readonly stream: StreamTally;
  /** What was sent to it by `account.load`, and what to the queues, streams and tables that it is given. */
  readonly loads: Pace[];
  readonly sources: Source[];
  /** The function as something to send to. */
  readonly target: Target;
}
