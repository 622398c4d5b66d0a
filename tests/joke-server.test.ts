/**
 * The capstone as it leaves the course: the answers of its four steps, as the page copies them for Node, and the server that puts them on a
 * real network. Nothing here waits for a time to pass: the upstream is ours and says what has happened, and the limits in the answers are made
 * longer than a busy machine may stand still, except where the limit is what counts.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeHome } from '../src/components/live/take-home.ts';

const ROOT = path.join(import.meta.dirname, '..');
const LESSON = path.join(ROOT, 'content/lessons/patterns/joke-proxy');
/** The steps, and the limit that each has written down. */
const STEPS = { 'one-visitor': '(request, 100)', 'one-call-per-joke': '(free, 1000)', 'a-full-house': '', 'closing-time': 'after(100)' };
const NEVER = 60_000;
const folder = mkdtempSync(path.join(tmpdir(), 'happens-before-jokes-'));
const run = promisify(execFile);

/** Calls that have reached the upstream and wait for what a test decides. */
let calls: { readonly key: string; readonly response: ServerResponse }[] = [];
let onCall: () => void = () => {};
const upstream = createServer((incoming, response) => {
  calls.push({ key: (incoming.url as string).slice(1), response });
  onCall();
});

/** The n-th call, once it has come. */
async function call(n: number): Promise<ServerResponse> {
  while (calls.length < n) await new Promise<void>((resolve) => { onCall = resolve; });
  return calls[n - 1]!.response;
}

let server: ChildProcess;
let address = '';

/** Starts the proxy, with this limit for a visitor. */
async function start(limit: number): Promise<void> {
  for (const [step, written] of Object.entries(STEPS)) {
    const text = takeHome(readFileSync(path.join(LESSON, 'exercises', step, 'solution.ts'), 'utf8')) as string;
    expect(text, step).toContain(written);
    const longer = written.replace(/\d+/, `${step === 'one-visitor' ? limit : NEVER}`);
    writeFileSync(path.join(folder, `${step}.ts`), text.replace(written, longer));
  }
  const env = { ...process.env, PORT: '0', UPSTREAM: `http://localhost:${(upstream.address() as AddressInfo).port}` };
  server = spawn(process.execPath, ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', 'joke-server.ts'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(server.stdout!), 'line') as [string];
  address = `http://localhost:${/port: (\d+)/.exec(line)?.[1] ?? line}`;
}

interface Reply { readonly status: number; readonly text: string }
async function get(key: string, signal?: AbortSignal): Promise<Reply> {
  const reply = await fetch(`${address}/${key}`, signal === undefined ? {} : { signal });
  return { status: reply.status, text: (await reply.text()).trimEnd() };
}

describe('the joke proxy, copied out', () => {
  beforeAll(async () => {
    await run(process.execPath, [path.join(ROOT, 'scripts/package.mjs'), path.join(folder, 'built')], { cwd: ROOT });
    const { stdout } = await run('npm', ['pack', '--silent', path.join(folder, 'built')], { cwd: folder });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', `./${stdout.trim()}`], { cwd: folder });
    copyFileSync(path.join(LESSON, 'original/joke-server.ts'), path.join(folder, 'joke-server.ts'));
    upstream.listen(0);
    await once(upstream, 'listening');
  }, 300_000);
  afterAll(() => {
    upstream.closeAllConnections();
    upstream.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    calls = [];
    onCall = () => {};
  });
  afterEach(async () => {
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  });

  it('asks once for what many want, and keeps what it got', async () => {
    await start(NEVER);
    const visits = Array.from({ length: 20 }, () => get('7'));
    (await call(1)).end('a joke');
    expect(await Promise.all(visits)).toEqual(Array.from({ length: 20 }, () => ({ status: 200, text: 'a joke' })));
    expect(await get('7')).toEqual({ status: 200, text: 'a joke' });
    expect(calls.map(({ key }) => key)).toEqual(['7']);
  });

  it('tells of a failure, and asks again', async () => {
    await start(NEVER);
    const first = get('7');
    (await call(1)).writeHead(500).end();
    expect(await first).toEqual({ status: 502, text: 'no joke today' });
    const second = get('7');
    (await call(2)).end('a joke');
    expect(await second).toEqual({ status: 200, text: 'a joke' });
  });

  it('hangs up on an upstream for which nobody waits any more', async () => {
    await start(500);
    const visit = get('7');
    const response = await call(1);
    const hungUp = once(response, 'close');
    expect(await visit).toEqual({ status: 504, text: 'too slow' });
    await hungUp;
  });

  it('hangs up when its only visitor has', async () => {
    await start(NEVER);
    const leaving = new AbortController();
    const visit = get('7', leaving.signal).catch((error: Error) => error.name);
    const hungUp = once(await call(1), 'close');
    leaving.abort();
    expect(await visit).toBe('AbortError');
    await hungUp;
  });

  it('hears that its visitor has left, and goes on for the other', async () => {
    await start(NEVER);
    const leaving = new AbortController();
    const first = get('7', leaving.signal).catch((error: Error) => error.name);
    const response = await call(1);
    // The second may come when the first, and its call, have gone.
    onCall = () => calls.at(-1)!.response.end('a joke');
    const second = get('7');
    leaving.abort();
    expect(await first).toBe('AbortError');
    response.end('a joke');
    expect(await second).toEqual({ status: 200, text: 'a joke' });
  });

  it('turns away whoever finds no place in the line', async () => {
    await start(NEVER);
    const visits = Array.from({ length: 31 }, (_, n) => get(`${n}`));
    const first = await Promise.race(visits);
    expect(first).toEqual({ status: 503, text: 'try later' });
    expect(calls.length).toBeLessThanOrEqual(10);
  });

  it('answers those who are inside before it closes', async () => {
    await start(NEVER);
    const visit = get('7');
    const response = await call(1);
    const exit = once(server, 'exit');
    server.kill('SIGTERM');
    response.end('the last joke');
    expect(await visit).toEqual({ status: 200, text: 'the last joke' });
    expect(await exit).toEqual([0, null]);
    await expect(get('7')).rejects.toThrow();
  });
});
