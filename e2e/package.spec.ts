import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../scripts/lib/static-server.mjs';

/** A page without a bundler: an import map says where the package lies, and that is all. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>no bundler</title>
<script type="importmap">{ "imports": { "happens-before/": "./package/" } }</script>`;

test.describe('the package in a browser, by an import map', () => {
  test.describe.configure({ mode: 'serial' });
  const folder = mkdtempSync(path.join(tmpdir(), 'happens-before-page-'));
  let server: Awaited<ReturnType<typeof serve>>;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    const root = path.join(import.meta.dirname, '..');
    await promisify(execFile)(process.execPath, [path.join(root, 'scripts/package.mjs'), path.join(folder, 'package')], { cwd: root });
    writeFileSync(path.join(folder, 'index.html'), PAGE);
    server = await serve({ folder, port: 0, base: '/' });
  });
  test.afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a module script of the page prints, and what it leaves uncaught. */
  async function run(page: Page, text: string, until: (printed: readonly string[]) => boolean): Promise<readonly string[]> {
    const printed: string[] = [];
    page.on('console', (message) => { if (message.type() === 'log') printed.push(message.text()); });
    page.on('pageerror', (error) => printed.push(`uncaught ${error.name}: ${error.message}`));
    await page.goto(server.url);
    await page.addScriptTag({ type: 'module', content: text.replace(/'happens-before\/(\w+)'/g, "'happens-before/$1.js'") });
    await expect.poll(() => until(printed)).toBe(true);
    return printed;
  }

  test('goroutines meet at channels', async ({ page }) => {
    const printed = await run(page, `
      import { after, chan, go, select, WaitGroup } from 'happens-before/go';
      const [jobs, squares, wg] = [chan(2), chan(), new WaitGroup()];
      for (let i = 0; i < 3; i++) wg.go(async () => { for await (const n of jobs) await squares.send(n * n); });
      go(async () => { for (let n = 1; n <= 10; n++) await jobs.send(n); jobs.close(); await wg.wait(); squares.close(); });
      let sum = 0;
      for await (const n of squares) sum += n;
      console.log(sum);
      console.log(await select(chan().onReceive(() => 'early'), after(5).onReceive(() => 'in time')));
    `, ({ length }) => length === 2);
    expect(printed).toEqual(['385', 'in time']);
  });

  test('an uncaught panic of a goroutine is an uncaught error of the page', async ({ page }) => {
    const printed = await run(page, "import { go, panic } from 'happens-before/go';\ngo(() => { panic('spilt'); });", ({ length }) => length > 0);
    expect(printed).toEqual([expect.stringMatching(/^uncaught (Panic|Error): .*spilt/)]);
  });

  test('threads take turns at a lock and a queue, and what has to know its thread says what to use instead', async ({ page }) => {
    const printed = await run(page, `
      import { Condition, currentThread, local, Lock, Queue, RLock, sleep, Thread } from 'happens-before/threading';
      const [lock, rlock, queue, data] = [new Lock(), new RLock(), new Queue(1), new local()];
      const filled = new Condition(new Lock());
      let isFilled = false;
      const tell = (what) => { try { what(); } catch (error) { console.log(error.name, error.message.split(' ')[0]); } };
      const thread = new Thread({ target: async () => {
        for (const n of [1, 2]) await queue.put(n);
        await sleep(0.001);
        tell(() => rlock.acquire());
        tell(() => data.user);
        tell(() => currentThread());
        await filled.acquire();
        isFilled = true;
        filled.notify();
        filled.release();
      } });
      thread.start();
      await lock.with(async () => { console.log(await queue.get(), await queue.get()); });
      await filled.acquire();
      await filled.waitFor(() => isFilled);
      filled.release();
      await thread.join();
      console.log('joined', thread.isAlive());
    `, (lines) => lines.includes('joined false'));
    expect(printed).toEqual(['1 2', 'RuntimeError RLock', 'RuntimeError local', 'RuntimeError currentThread', 'joined false']);
  });

  test('a bubble has a clock of its own, and a leak is found', async ({ page }) => {
    const printed = await run(page, `
      import { chan, go, now, sleep } from 'happens-before/go';
      import { bubble, leakCheck } from 'happens-before/testing';
      console.log(await bubble(async () => { await sleep(3_600_000); return now(); }));
      await leakCheck(() => { go('lost', async () => { await chan().send(1); }); }).catch((error) => { console.log(error.name); });
    `, ({ length }) => length === 2);
    expect(printed).toEqual(['3600000', 'LeakError']);
  });
});
