import { sleep, type Lock } from 'happens-before/threading';

export interface Log {
  lock: Lock;
  begun: number;
  ended: number;
}

export async function launch(
  log: Log,
  fork: (log: Log) => Promise<Log>,
) {
  while (log.lock.locked()) await sleep(1);
  return await fork(log);
}
