/**
 * Records what the pages of the lab show where they cannot measure: `npm run record-lab`, or `npm run record-lab -- locks` for one alone. Wants a quiet
 * machine. Measures in a browser, with the lab as it is in the package, and writes content/lab/<what>.json.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { needChromium } from './lib/browser.mjs';
import { ROOT } from './lib/install.mjs';
import { runQuietly } from './lib/run.mjs';
import { serve } from './lib/static-server.mjs';
import { withBrowser } from './measure/report.mjs';

const ALL = ['speed-up', 'gil', 'lost-updates', 'locks'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measurement '${unknown.join("', '")}'. There are: ${ALL.join(', ')}.`);
  process.exit(2);
}

needChromium(console.log);
const folder = mkdtempSync(path.join(os.tmpdir(), 'record-lab-'));
try {
  const { status, output } = await runQuietly(process.execPath, ['scripts/package.mjs', folder], { cwd: ROOT });
  if (status !== 0) throw new Error(`The package could not be built:\n${output}`);
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Recording</title>');
  const server = await serve({ folder, port: 0, isolated: true });
  try {
    await withBrowser((browser) => record(browser, server.url));
  } finally {
    await server.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function record(browser, url) {
  for (const what of asked.length > 0 ? asked : ALL) {
    // A page of its own for each: what an earlier one has left behind would be measured too.
    const page = await browser.newPage();
    await page.goto(url);
    console.log(`▸ ${what} …`);
    const measurement = await page.evaluate(async ([script, kind]) => (await import(script)).measure(kind), [`${url}lab.js`, what]);
    await page.close();
    const text = JSON.stringify({ date: new Date().toISOString().slice(0, 10), machine: machine(), browser: `Chromium ${browser.version()}`, measurement }, brief, 1);
    writeFileSync(path.join(ROOT, `content/lab/${what}.json`), `${text}\n`);
    console.log(`  content/lab/${what}.json, at a load of ${os.loadavg()[0].toFixed(1)}`);
  }
}

/** A machine knows no more than four digits of how fast it is. */
function brief(_, value) {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

function machine() {
  const cpus = os.cpus();
  return `${cpus.length} × ${cpus[0].model.trim()}, ${os.type()} ${os.arch()}`;
}
