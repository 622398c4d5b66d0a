import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/lib/browser.mjs';

const chromium = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  globalSetup: './e2e/setup.ts',
  fullyParallel: true,
  workers: 2,
  // Against hanging only: a busy machine is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [
    [process.stdout.isTTY ? 'list' : 'dot'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/results/playwright.json' }],
  ],
  use: {
    // What a worker answers, no test sees as a request. The tests of the worker allow it.
    serviceWorkers: 'block',
    // Set by e2e/setup.ts, before the workers that read it start.
    baseURL: process.env.COURSE_URL ?? 'http://127.0.0.1/',
    launchOptions: { ...(chromium === undefined ? {} : { executablePath: chromium }), args: CHROMIUM_FLAGS },
  },
});
