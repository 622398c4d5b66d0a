/** From a click to the first output, and from a program that never ends to the next one, in the same Chromium for all. */
import { inTurn, median, number, withBrowser } from '../measure/report.mjs';
import { LOOK_MS, measure as measureRun, READ_MS } from '../measure/run.mjs';
import { undisturbed } from '../measure/undisturbed.mjs';
import { answerPackages } from './packager.mjs';
import { withRunners } from './served.mjs';
import { withSandpack } from './sites.mjs';

const ROUNDS = 5;
const BUDGETS = { cold: 150, warm: 30 };
const NAMES = { freeCodeCamp: 'freeCodeCamp’s runner', exercism: 'Exercism’s runner' };

/** @param {{ pages: string, runners: string, say: (line: string) => void }} options */
export async function compareOutput({ pages, runners, say }) {
  const [cold, warm] = await measureRun(say);
  const rows = [`| **ours**, a lesson's page | ${inMs(cold.value)} (${kept(cold.value, BUDGETS.cold)}) | ${inMs(warm.value)} (${kept(warm.value, BUDGETS.warm)}) |`];
  await withRunners(runners, async (url) => {
    for (const [runner, name] of Object.entries(NAMES)) rows.push(outputRow(name, await inTurn(ROUNDS, () => undisturbed(url, printTwice(runner)))));
  });
  // Its packages are answered by what drives the browser.
  await withBrowser((browser) => withSandpack(pages, async (url) => {
    const once = async (round) => {
      const page = await openPage(browser, url, () => window.sandpack !== undefined);
      const times = { cold: await outputOfSandpack(page, 2 * round), warm: await outputOfSandpack(page, 2 * round + 1) };
      await page.context().close();
      return times;
    };
    rows.push(outputRow('Sandpack', await inTurn(ROUNDS, once)));
  }));
  return ['| runner | cold | warm |', '| --- | ---: | ---: |', ...rows].join('\n');
}

const inMs = (ms) => (Number.isFinite(ms) ? `${number(ms)} ms` : 'not within a minute');
const kept = (ms, budget) => (ms <= budget ? `≤ ${budget}, met` : `≤ ${budget}, **missed**`);

const outputRow = (name, rounds) => `| ${name} | ${inMs(median(rounds.map(({ cold }) => cold)))} | ${inMs(median(rounds.map(({ warm }) => warm)))} |`;

/** With the same rests as ours has. */
const printTwice = (runner) => `
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  while (globalThis.firstOutput === undefined) await wait(10);
  await wait(${READ_MS});
  const cold = await firstOutput('${runner}');
  await wait(${LOOK_MS});
  return { cold, warm: await firstOutput('${runner}') };
`;

async function openPage(browser, url, isThere) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await answerPackages(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(isThere);
  return page;
}

/** Until the console of Sandpack has the line. Another text each time: what is unchanged is not run again. */
const outputOfSandpack = (page, round) =>
  page.evaluate(async (text) => {
    const started = performance.now();
    window.sandpack.edit(`console.log('${text}');`);
    // React hands the new text on when it has drawn it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    window.sandpack.run();
    const deadline = started + 60_000;
    for (;;) {
      const line = window.sandpack.printed.find((each) => each.text === text);
      if (line !== undefined) return line.at - started;
      if (performance.now() > deadline) return Number.POSITIVE_INFINITY;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }, `hello ${round}`);

/** Programs that never end, each in another way. */
const RUNAWAYS = {
  'while (true) {}': 'while (true) {}',
  'for (;;) await null': 'for (;;) await null;',
  'a regular expression that backtracks': `/^(a+)+$/.test('a'.repeat(40) + '!');`,
};
/** Sandpack's compiler asks a network for what `async` needs, so it gets the same loop without. */
const WITHOUT_ASYNC = { 'for (;;) await null;': '(function next() { Promise.resolve().then(next); })();' };
const LONGEST_S = 75;

/** @param {{ pages: string, runners: string, say: (line: string) => void }} options */
export async function compareRunaway({ pages, runners, say }) {
  const rows = [];
  await withBrowser(async (browser) => {
    await withRunners(runners, async (url) => {
      for (const [what, program] of Object.entries(RUNAWAYS)) {
        for (const [runner, name] of [['ours', '**ours**'], ...Object.entries(NAMES)]) {
          say(`  ${what}: ${runner}`);
          const page = await openPage(browser, url, () => globalThis.recovery !== undefined);
          const found = await within(LONGEST_S, page.evaluate(([each, text]) => globalThis.recovery(each, text), [runner, program]));
          rows.push(recoveryRow(what, name, found));
          await page.context().close();
        }
      }
    });
    await withSandpack(pages, async (url) => {
      for (const [what, program] of Object.entries(RUNAWAYS)) {
        say(`  ${what}: Sandpack`);
        const page = await openPage(browser, url, () => window.sandpack !== undefined);
        await outputOfSandpack(page, 'first');
        rows.push(await sandpackRow(page, what, WITHOUT_ASYNC[program] ?? program));
        // A frame whose process is busy cannot be closed politely.
        await within(5, page.context().close());
      }
    });
  });
  return ['| program | runner | stopped after | next program prints after | longest stall of the page | says where |', '| --- | --- | ---: | ---: | ---: | --- |', ...rows].join('\n');
}

function recoveryRow(what, name, found) {
  if (found === undefined) return `| \`${what}\` | ${name} | not within ${LONGEST_S} s | – | – | – |`;
  if ('failed' in found) return `| \`${what}\` | ${name} | – | “${found.failed}” | – | no |`;
  const { stopped, next, stall, said, named } = found;
  const isNamed = /\b(line|main\.ts)[: ]*\d+|"line":\s*\d+/.test(said);
  return `| \`${what}\` | ${name} | ${inMs(stopped)} | ${inMs(next)} | ${inMs(stall)} | ${isNamed ? 'yes' : named === undefined ? 'no' : `yes, ${inMs(named)} later`} |`;
}

/** Sandpack has no stop: whether a corrected program prints again is all that can be asked. */
async function sandpackRow(page, what, program) {
  const found = await within(LONGEST_S, page.evaluate(async (text) => {
    let stall = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      stall = Math.max(stall, performance.now() - last - 10);
      last = performance.now();
    }, 10);
    const until = async (line) => {
      for (const started = performance.now(); performance.now() - started < 30_000; await new Promise((resolve) => setTimeout(resolve, 10))) if (window.sandpack.printed.some((each) => each.text === line)) return;
      throw new Error(`'${line}' was not printed within 30 s`);
    };
    // Its console hands lines on a little later, which a program that never ends does not let it do.
    window.sandpack.edit(`console.log('begun'); setTimeout(() => { ${text} }, 3000);`);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    window.sandpack.run();
    await until('begun');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const started = performance.now();
    window.sandpack.edit(`console.log('after');`);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    window.sandpack.run();
    await until('after');
    clearInterval(pulse);
    return { stall, next: performance.now() - started };
  }, program));
  if (found === undefined) return `| \`${what}\` | Sandpack | has no stop | the page does not answer for ${LONGEST_S} s | – | no |`;
  if ('failed' in found) return `| \`${what}\` | Sandpack | has no stop | “${found.failed}” | – | no |`;
  return `| \`${what}\` | Sandpack | has no stop; run again, it starts anew | ${inMs(found.next)} | ${inMs(found.stall)} | no |`;
}

async function within(seconds, promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, seconds * 1000)));
  try {
    return await Promise.race([promise.catch((error) => ({ failed: error.message.split('\n')[0].replace(/^.*Error: /, '') })), late]);
  } finally {
    clearTimeout(timer);
  }
}
