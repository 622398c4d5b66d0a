import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serve } from './static-server.mjs';

let folder: string;
let running: Awaited<ReturnType<typeof serve>>[];

beforeEach(() => {
  running = [];
  folder = mkdtempSync(path.join(os.tmpdir(), 'serve-'));
  mkdirSync(path.join(folder, 'site/lesson'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'site/index.html'), 'home');
  writeFileSync(path.join(folder, 'site/404.html'), 'lost');
  writeFileSync(path.join(folder, 'site/lesson/index.html'), 'lesson');
});

afterEach(async () => {
  for (const server of running) await server.close();
  rmSync(folder, { recursive: true });
});

async function start(options: object = {}) {
  const server = await serve({ folder: path.join(folder, 'site/'), port: 0, ...options });
  running.push(server);
  return server;
}

/** As `fetch`, but sends the path as written. */
const rawStatus = (port: number, target: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    http.get({ port, host: '127.0.0.1', path: target }, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });

it('serves pages by folder and says when there is none', async () => {
  const { url } = await start();
  expect(await (await fetch(`${url}lesson/`)).text()).toBe('lesson');
  expect((await fetch(`${url}lesson`, { redirect: 'manual' })).headers.get('location')).toBe('/lesson/');
  const lost = await fetch(`${url}nowhere/`);
  expect([lost.status, await lost.text()]).toEqual([404, 'lost']);
});

it('serves under a sub-path and leads there', async () => {
  const { url, port } = await start({ base: '/a/b' });
  expect(await (await fetch(url)).text()).toBe('home');
  expect((await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })).headers.get('location')).toBe('/a/b/');
});

it('compresses text and names its type', async () => {
  const { url } = await start();
  const { headers } = await fetch(url, { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(headers.get('content-encoding')).toBe('br');
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
});

it('isolates only when asked to', async () => {
  const header = async (url: string) => (await fetch(url)).headers.get('cross-origin-embedder-policy');
  expect(await header((await start()).url)).toBeNull();
  expect(await header((await start({ isolated: true })).url)).toBe('require-corp');
});

it('isolates the pages of the lab alone, with the scripts of their workers', async () => {
  const { url } = await start({ isolated: 'lab', base: '/a/b' });
  const isolated = async (address: string) => (await fetch(url + address)).headers.has('cross-origin-opener-policy');
  expect(await Promise.all(['lab/', '_astro/worker.js', '_astro/worker.js?x', '', 'lesson/', 'lesson/?lab/.js/'].map(isolated))).toEqual([true, true, true, false, false, false]);
});

it('takes the next port when one is taken', async () => {
  const { port } = await start();
  expect((await start({ port })).port).not.toBe(port);
});

it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%zz'])('keeps to its folder: %s', async (target) => {
  const { port } = await start();
  expect(await rawStatus(port, target)).toBe(404);
});
