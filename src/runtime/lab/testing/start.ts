import { Crew } from '../crew.ts';
import { startWorkerAt } from '../start.ts';
import type { testJobs } from './jobs.ts';

/** A crew that knows the jobs of the tests: workers of the page, or of Node, whichever this is. */
export const openTestCrew = (size: number): Promise<Crew<typeof testJobs>> =>
  Crew.open<typeof testJobs>(size, () =>
    startWorkerAt(
      () => new URL(/* @vite-ignore */ './worker.ts', import.meta.url),
      () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    ),
  );
