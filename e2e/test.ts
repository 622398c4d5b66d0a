import { expect, test as base } from '@playwright/test';

export { expect } from '@playwright/test';

interface Watch {
  /** Complaints that a test expects, as patterns. */
  expected: RegExp[];
  watch: undefined;
}

/**
 * Playwright's `test`, with an eye on what no page may do: throw, log an error, break its own content policy, ask for
 * something that is not there, or ask anybody but the site for anything.
 */
export const test = base.extend<Watch>({
  expected: [[], { option: true }],
  watch: [
    async ({ context, baseURL, expected }, use) => {
      const complaints: string[] = [];
      const origin = new URL(baseURL!).origin;
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
      // A breach of the content policy is logged as an error too.
      context.on(
        'console',
        (message) => message.type() === 'error' && complaints.push(`console: ${message.text()} (${message.location().url})`),
      );
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin) complaints.push(`third party: ${url.href}`);
      });
      context.on('response', (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`));
      await use(undefined);
      expect(complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))).toEqual([]);
    },
    { auto: true },
  ],
});
