/** Counts the tests in the JSON reports of Vitest and Playwright. */
import { existsSync, readFileSync } from 'node:fs';

const NONE = { passed: 0, failed: 0 };

/** @returns {{ passed: number, failed: number }} */
export function readVitest(file) {
  if (!existsSync(file)) return NONE;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that could not be loaded has no tests, and is a failure all the same.
  const unloadable = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

/** @returns {{ passed: number, failed: number }} */
export function readPlaywright(file) {
  if (!existsSync(file)) return NONE;
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
