import { type WaitGroup } from 'happens-before/go';

/** Waits for `tasks`, for `ms` at most: are all done? */
export async function waitAtMost(tasks: WaitGroup, ms: number) {
  await tasks.wait();
  return true;
}
