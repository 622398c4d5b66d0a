import type { Place } from './jobs.ts';

/** A job's settings are plain values that survive the way to a worker. */
export type Job = (place: Place, settings: never) => unknown;
export type Jobs = Readonly<Record<string, Job>>;
export type SettingsOf<J extends Job> = Parameters<J>[1];

/** One end of the wire between the page, or Node's main thread, and a worker. */
export interface Peer<Out, In> {
  post(message: Out): void;
  /** `fail` is told why the other side will not answer any more. */
  listen(hear: (message: In) => void, fail?: (why: Error) => void): void;
  close(): void;
}

/** How a round is begun and ended early: the first cells of its memory. */
export const GO = 0;
export const STOP = 1;

export interface Task {
  readonly id: number;
  readonly job: string;
  readonly settings: unknown;
  readonly memory: SharedArrayBuffer;
}

export type Said =
  | { readonly kind: 'up' }
  /** Has the task and sleeps until `GO`. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: unknown; readonly from: number; readonly to: number }
  | { readonly kind: 'failed'; readonly message: string };
