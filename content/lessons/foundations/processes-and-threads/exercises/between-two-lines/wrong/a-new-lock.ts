import { Lock } from 'happens-before/threading';

export interface Log {
  lock: Lock;
  begun: number;
  ended: number;
}

export async function launch(
  log: Log,
  fork: (log: Log) => Promise<Log>,
) {
  const child = await fork(log);
  child.lock = new Lock();
  return child;
}
