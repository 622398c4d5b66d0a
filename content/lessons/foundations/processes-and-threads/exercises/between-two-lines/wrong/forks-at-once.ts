import type { Lock } from 'happens-before/threading';

/** What parent and child have of the log after a fork. */
export interface Log {
  lock: Lock;
  begun: number;
  ended: number;
}

/** Forks the process, and gives the child's part of the log. */
export async function launch(
  log: Log,
  fork: (log: Log) => Promise<Log>,
) {
  return await fork(log);
}
