/**
 * What passes between the page, the supervisor in the frame, and the worker.
 *
 * Requests go in and replies come out as JSON text. A string has no getters, no cycles and no buffers, its length is known
 * before anything is parsed, and copying it between processes costs the same whatever it says.
 */

/** What one run may send. Counted twice: by the worker, which cuts politely, and by the supervisor, which kills. */
export interface Limits {
  /** Printed lines, in all `output` replies together and in each list of printed lines of a result. */
  readonly lines: number;
  /** Characters of printed lines. */
  readonly characters: number;
  /** Characters of one reply as JSON. */
  readonly reply: number;
  /** Replies of any kind. */
  readonly replies: number;
  /** Milliseconds after which an exploration stops and tells what it found. */
  readonly exploreMs: number;
}

export const defaultLimits: Limits = { lines: 500, characters: 100_000, reply: 4_000_000, replies: 4_000, exploreMs: 8_000 };

/** The one message that a worker gets. */
export interface Assignment {
  readonly request: string;
  /** Requests that follow in the same realm, each answered and ended by `over`: answers of one person, who gains nothing by disturbing the rest. */
  readonly more?: readonly string[];
  readonly limits: Limits;
}

/** The worker's first message; every later one is a reply, then `over`. */
export const up = 'up';
export const over = 'over';

/** The frame's first message to the page, before it has a port. */
export const frameUp = 'happens-before:sandbox-up';

export type ToSupervisor =
  | { readonly to: 'load'; readonly engine: string }
  | { readonly to: 'run'; readonly job: number; readonly assignment: Assignment }
  | { readonly to: 'ping'; readonly n: number };

export type FromSupervisor =
  | { readonly from: 'warm' }
  | { readonly from: 'pong'; readonly n: number }
  | { readonly from: 'begun'; readonly job: number }
  | { readonly from: 'reply'; readonly job: number; readonly text: string }
  | { readonly from: 'ended'; readonly job: number; readonly why: 'over' | 'crashed' | 'flooded'; readonly detail: string };
