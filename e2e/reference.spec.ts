import { expect, test } from './test.ts';

test.describe('the reference', () => {
  test('says of a method what it throws, whom it mirrors and where its rules are, at an address of its own', async ({ page }) => {
    await page.goto('reference/go/#Chan.send');
    const send = page.locator('section', { has: page.locator('[id="Chan.send"]') }).last();
    await expect(send.getByRole('heading')).toBeInViewport();
    await expect(send).toContainText('Waits while the buffer is full');
    await expect(send.getByRole('link', { name: 'Panic' })).toHaveAttribute('href', /reference\/go\/#Panic$/);
    const chan = page.locator('section.api-entry', { has: page.locator('[id="Chan"]') });
    await expect(chan.getByRole('link', { name: /go\.dev\/ref\/mem/ }).first()).toBeVisible();
    await chan.getByRole('link', { name: 'Channels and goroutines' }).first().click();
    await expect(page.locator('li#CH1')).toBeVisible();
  });

  test('and the lessons lead to one another', async ({ page }) => {
    await page.goto('goroutines/select/');
    await page.locator('.used-here').getByRole('link', { name: 'select()', exact: true }).click();
    const entry = page.locator('section.api-entry', { has: page.locator('h2[id="select"]') });
    await entry.getByRole('link', { name: 'select', exact: true }).last().click();
    await expect(page).toHaveURL(/goroutines\/select\/$|glossary\/#select$/);
  });

  test('is found by the names in it', async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('tryRLock');
    const hit = page.getByRole('listitem').filter({ has: page.locator('a.hit', { hasText: 'happens-before/go' }) });
    await expect(hit).toBeVisible();
    await expect(hit.locator('.hit-sections a').first()).toHaveAttribute('href', /reference\/go\/#RWMutex/);
  });
});
