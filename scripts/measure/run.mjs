/** How long a reader waits between pressing Run and the first line of output, in a real page, in a browser without a debugger. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inTurn, median } from './report.mjs';
import { DIST, withSite } from './site.mjs';
import { undisturbed } from './undisturbed.mjs';

const ROUNDS = 7;
/** Until the page has been read a little, and what it keeps for reading offline is there. */
export const READ_MS = 5_000;
/** Until the first output has been read. */
export const LOOK_MS = 1_000;

/** Nobody has come near the button before: that would start the sandbox. */
const PRESS_THRICE = `
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const program = document.querySelector('live-program');
  const button = program.querySelector('[data-do=run]');
  const output = program.querySelector('[data-part=output]');
  const press = () => new Promise((resolve, reject) => {
    // Chromium does not count it as a change when the same text is written again.
    output.textContent = '';
    const start = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(output, { childList: true, characterData: true });
    setTimeout(() => reject(new Error('Run gave no output within 10 s.')), 10_000);
    button.click();
  });
  // While a program runs, its button stops it.
  const first = button.textContent;
  const idle = async () => { while (button.textContent !== first) await wait(1); };
  await wait(${READ_MS});
  const cold = await press();
  await wait(${LOOK_MS});
  await idle();
  const warm = await press();
  await idle();
  return { cold, warm, atOnce: await press() };
`;

export function measure(say) {
  return withSite(async ({ url, lessons }) => {
    const address = lessons.find((lesson) => readFileSync(path.join(DIST, lesson, 'index.html'), 'utf8').includes('<live-program'));
    if (address === undefined) throw new Error('no lesson has a program to run.');
    const rounds = await inTurn(ROUNDS, () => undisturbed(url + address, PRESS_THRICE));
    const all = (name) => rounds.map((round) => round[name]);
    say(`  ${['cold', 'warm', 'atOnce'].map((name) => `${name} ${all(name).map(Math.round)}`).join('; ')}`);
    const note = `first program of /${address}, middle of ${ROUNDS}`;
    return [
      { what: 'Run → first output, cold', value: median(all('cold')), unit: 'ms', budget: 150, note },
      { what: 'Run → first output, warm', value: median(all('warm')), unit: 'ms', budget: 30, note: `${note}, a second after the first output` },
      { what: 'Run → first output, pressed again at once', value: median(all('atOnce')), unit: 'ms', note: `${note}; the next worker is on its way` },
    ];
  });
}
