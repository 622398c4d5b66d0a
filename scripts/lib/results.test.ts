import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPlaywright, readVitest } from './results.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'results-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const report = (content: object): string => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

it('counts a test file that could not be loaded as a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ];
  expect(readVitest(report({ numPassedTests: 7, numFailedTests: 1, testResults }))).toEqual({ passed: 7, failed: 2 });
});

it('counts what Playwright saw', () => {
  expect(readPlaywright(report({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 5 } }))).toEqual({ passed: 4, failed: 2 });
});

it('counts nothing where there is no report', () => {
  expect(readVitest(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 });
});
