/**
 * Takes the README's picture from the built site: `npm run picture [-- part/lesson]`. A real page, as it is without any
 * click: what the picture promises, a reader without script has too.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/install.mjs';
import { withBrowser } from './measure/report.mjs';
import { withSite } from './measure/site.mjs';

const SIZE = { width: 1280, height: 960 };
const FILE = path.join(ROOT, 'docs/picture.png');

await withSite(async ({ url, lessons }) => {
  const lesson = process.argv[2] ?? lessons[0];
  if (lesson === undefined) throw new Error('There is no lesson to take a picture of.');
  await withBrowser((browser) => takePicture(browser, `${url}${lesson.replace(/\/?$/, '/')}`));
  console.log(`docs/picture.png shows ${lesson}.`);
});

async function takePicture(browser, address) {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const program = page.locator('live-program').first();
  if ((await program.count()) > 0) await program.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top - 40));
  mkdirSync(path.dirname(FILE), { recursive: true });
  await page.screenshot({ path: FILE });
}
