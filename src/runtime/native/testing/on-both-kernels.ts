import { explore, programsSeen } from '#engine/testing';
import { afterEach, beforeEach, expect } from 'vitest';
import { runNatively } from './run-natively.ts';

/** More orders than a test should run twice. */
const MOST_RUNS = 3_000;

/**
 * From here on, every program that a test of this file runs or explores in the model runs on the native kernel too, as it stands, with
 * real promises and a fake clock; what comes of it there must be one of the outcomes that the explorer finds. So each rule holds on both
 * kernels, and no outcome is written down twice.
 *
 * `except`: beginnings of the names of tests whose programs are about the model, with the reason.
 */
export function onBothKernels(except: Readonly<Record<string, string>> = {}): void {
  const seen = programsSeen();
  beforeEach(() => { seen.clear(); });
  afterEach(async ({ task }) => {
    const programs = [...seen];
    if (task.result?.state === 'fail' || Object.keys(except).some((beginning) => task.name.startsWith(beginning))) return;
    for (const [text, explored] of programs) {
      const found = explored ?? explore(text, { maxRuns: MOST_RUNS });
      if (!found.complete) continue;
      const outcome = await runNatively(text);
      const told = found.outcomes.map(({ output, end, message }) => ({ output, end, ...(message === undefined ? {} : { message }) }));
      expect(told, `on the native kernel\n${text}`).toContainEqual(outcome);
    }
  });
}
