import type { Page } from '@playwright/test';
import { complaints } from './axe.ts';
import { sitePages } from './site.ts';
import { expect, test } from './test.ts';

for (const address of sitePages()) {
  // The policy of e2e/test.ts goes with every page: no error, no breach of the content policy, no third party.
  test(`/${address} is accessible`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page).toHaveTitle(/\S/);
    expect(await complaints(page, { colours: 'not' })).toEqual([]);
  });
}

/**
 * Whether a text can be read depends on its ink, its paper, its size and its weight, and on nothing else. There are some ninety such
 * pairings on all pages, so axe looks at the pages that have one which no page before had.
 */
for (const colorScheme of ['light', 'dark'] as const) {
  test(`every pairing of ink and paper can be read in the ${colorScheme} theme`, async ({ page }) => {
    // Against hanging only: it goes through the whole site.
    test.setTimeout(600_000);
    const seen = new Set<string>();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const address of sitePages()) {
      await page.goto(address);
      const fresh = (await pairings(page)).filter((pairing) => !seen.has(pairing));
      if (fresh.length === 0) continue;
      fresh.forEach((pairing) => seen.add(pairing));
      expect(await complaints(page, { colours: 'only' }), `/${address}`).toEqual([]);
    }
    expect(seen.size).toBeGreaterThan(20);
  });
}

/** How the texts of a page are set: ink, size and weight, and what lies below them down to the first paper that nothing shines through. */
function pairings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const papers = (element: Element | null): string[] => {
      if (element === null) return [];
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const paper = `${backgroundColor} ${backgroundImage} ${opacity}`;
      return /^rgb\(/.test(backgroundColor) ? [paper] : [paper, ...papers(element.parentElement)];
    };
    const hasText = (element: Element): boolean => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    const texts = [...document.body.querySelectorAll('*')].filter(hasText);
    const links = [...document.body.querySelectorAll('p a, li a, td a, dd a')].map(
      (link) => `link ${getComputedStyle(link).textDecorationLine} ${getComputedStyle(link).color} in ${getComputedStyle(link.parentElement!).color}`,
    );
    const set = texts.map((element) => {
      const { color, fill, fontSize, fontWeight } = getComputedStyle(element);
      const plain = papers(element).filter((paper) => paper !== 'rgba(0, 0, 0, 0) none 1');
      return [element instanceof SVGElement ? fill : color, fontSize, fontWeight, ...plain].join(' | ');
    });
    return [...new Set([...set, ...links])];
  });
}
