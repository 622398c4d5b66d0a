import type { Lock } from 'happens-before/threading';

/** What parent and child have of the log after a fork. */
export interface Log {
  lock: Lock;
  begun: number;
  ended: number;
}

export async function launch(
  log: Log,
  fork: (log: Log) => Promise<Log>,
) {
  await log.lock.acquire();
  const child = await fork(log);
  log.lock.release();
  return child;
}
