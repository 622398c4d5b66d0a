import type { Run } from '#kernel';

/** Whether a run failed by itself, without anybody's expectation of what it should give. */
export function endsBadly(run: Run): boolean {
  return run.end?.kind !== 'ok' || run.leaks().length > 0;
}
