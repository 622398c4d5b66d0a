import { expect, test } from '@playwright/test';

const LESSON = 'lambda/reserved-and-provisioned/';

test.describe('a simulation', () => {
  test('has its plots and their numbers in the page before any script', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    await page.goto(LESSON);
    const simulation = page.locator('live-simulation');
    await expect(simulation.locator('figure .chart-wide svg')).toHaveCount(4);
    await expect(simulation.locator('figure table').first()).toBeAttached();
    await expect(simulation.getByText('api: 100 a second for 60 s, seed 3')).toBeVisible();
    await expect(simulation.locator('input').first()).toBeHidden();
    await page.close();
  });

  test('is drawn again from what a slider sets in the program, by keyboard', async ({ page }) => {
    await page.goto(LESSON);
    const simulation = page.locator('live-simulation');
    const [code, plot, output] = [simulation.locator('[data-part=listing] code'), simulation.locator('svg').first(), simulation.locator('[data-part=output]')];
    const before = await plot.innerHTML();
    await expect(output).toContainText('142 of 6050 turned away');
    const slider = simulation.getByRole('slider', { name: 'Reserved concurrency' });
    await slider.focus();
    // Its code is loaded when it is first focused.
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(code).toContainText('const reserved = 160;', { timeout: 500 });
      await page.keyboard.press('ArrowLeft');
    }).toPass();
    await expect(output).toContainText(' 0 of 6050 turned away');
    await expect.poll(() => plot.innerHTML()).not.toBe(before);
    await simulation.getByRole('slider', { name: 'Seed' }).press('ArrowRight');
    await expect(simulation.locator('[data-part=loads]')).toHaveText('api: 100 a second for 60 s, seed 4');
  });

  test('that is refused says why, in words of AWS', async ({ page }) => {
    await page.goto(LESSON);
    const simulation = page.locator('live-simulation');
    await simulation.getByRole('button', { name: 'Run' }).click();
    await expect(simulation.locator('[data-part=output]')).toContainText('142 of 6050');
    await simulation.getByRole('slider', { name: 'Provisioned environments' }).press('End');
    await expect(simulation.locator('[data-part=remarks]')).toContainText('Requested Provisioned Concurrency');
    await expect(simulation.locator('figure .chart-wide svg')).toHaveCount(4);
  });

  test('hears of a slider that was moved while its code was on its way', async ({ page }) => {
    await page.goto(LESSON);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/_astro/*.js', async (route) => {
      await held;
      await route.continue();
    });
    const simulation = page.locator('live-simulation');
    await simulation.getByRole('slider', { name: 'Reserved concurrency' }).press('End');
    release();
    await expect(simulation.locator('[data-part=listing] code')).toContainText('const reserved = 160;');
    await expect(simulation.locator('[data-part=output]')).toContainText(' 0 of 6050 turned away');
  });
});

test('an exercise in sizing says each number over all days beside its limit', async ({ page }) => {
  await page.goto(LESSON);
  const exercise = page.locator('#exercise-a-friday');
  await exercise.getByRole('button', { name: 'Check' }).click();
  const verdict = exercise.locator('[data-part=verdict]');
  await expect(verdict).toContainText('simulated runs. It is not in “a usual minute”.');
  await expect(verdict.getByRole('row', { name: /turned away/ })).toContainText('at most 0');
});
