import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './scripts/lib/browser.mjs';
import type { Request } from './src/engine/index.ts';
import { keptReply } from './src/sandbox/node-kept.ts';
import { livePlugins, liveWorkerPlugins } from './vite/index.ts';

// The pages of the lab need isolation for SharedArrayBuffer; the other tests do not notice it.
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const chromium = findChromium();

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Vitest would leave one core idle. Half of the time these workers wait for an engine in a process of its own.
    maxWorkers: availableParallelism(),
    // Against hanging only: how long a test takes says something about the machine, not about the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'vite/**/*.test.ts', 'tests/**/*.test.ts'],
          // A project does not hear of `--exclude`: what a quick run leaves out comes by the environment.
          exclude: ['**/*.browser.test.ts', '**/node_modules/**', ...(process.env.TESTS_LEFT_OUT?.split(',') ?? [])],
        },
      },
      {
        extends: true,
        plugins: livePlugins(),
        server: { headers: ISOLATED },
        worker: { format: 'es', plugins: liveWorkerPlugins },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts', 'tests/**/*.browser.test.ts'],
          // Of those tests that say `concurrent`: as many as there are sandboxes in tests/same-in-browser.browser.test.ts.
          maxConcurrency: 2,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(chromium === undefined ? {} : { executablePath: chromium }), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
            // For tests that compare what the page says with what Node says.
            commands: { keptReply: (_context: unknown, request: Request) => keptReply(request) },
          },
        },
      },
    ],
  },
});
