import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sitePages } from './site.ts';
import { expect, test } from './test.ts';

/** What can differ between the themes; all else has been seen in the first. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds, one line per element, so that a failing test says where to look. */
async function axe(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? builder : builder.withRules(rules)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
}

for (const address of sitePages()) {
  // The policy of e2e/test.ts goes with every page: no error, no breach of the content policy, no third party.
  test(`/${address} is accessible in both themes`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page).toHaveTitle(/\S/);
    expect(await axe(page), 'in the light theme').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page, COLOURS), 'in the dark theme').toEqual([]);
  });
}
