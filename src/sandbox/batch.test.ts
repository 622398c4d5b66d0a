import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reply, Request } from '#engine';
import { runBatch } from './node-batch.ts';
import { findBoundary } from './node-boundary.ts';

const folder = mkdtempSync(join(tmpdir(), 'happens-before-wall-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An engine that is the attacker's: it runs the text of each request as it is, with all that the host has, and says what came of it. */
const lawless = `
const post = globalThis.postMessage;
globalThis.addEventListener('message', ({ data }) => {
  for (const request of [data.request, ...(data.more || [])]) {
    let said;
    try { said = String((0, eval)('(() => {' + JSON.parse(request).program.files['main.ts'] + '})()')); } catch (error) { said = 'refused: ' + error.message; }
    post(JSON.stringify({ kind: 'stopped', title: said.slice(0, 1000), text: '' }));
    post('over');
  }
});
post('up');
`;

const requestOf = (code: string): Request => ({ kind: 'run', program: { files: { 'main.ts': code }, entry: 'main.ts' } });
const titleOf = (reply: Reply | undefined): string => (reply?.kind === 'stopped' ? reply.title : JSON.stringify(reply));
const wall = (name: 'bubblewrap' | 'quickjs', engine = lawless) => async (...codes: string[]): Promise<string[]> =>
  (await runBatch(codes.map(requestOf), { boundary: findBoundary(name)!, engine, timeoutMs: 800 })).map(titleOf);

const processes = (word: string): string[] => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandLine(pid).includes(word));
function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

describe.runIf(findBoundary('bubblewrap') !== undefined)('S1–S11 inside of bubblewrap, for who has got out of the realm', () => {
  const attack = wall('bubblewrap');
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'SECRET');

  it('S1 reads no file of the machine, of the judge or of its neighbours', async () => {
    const read = (path: string): string => `return require('fs').readFileSync(${JSON.stringify(path)}, 'utf8')`;
    const said = await attack(read('/etc/passwd'), read(secret), read(import.meta.filename), read(`/proc/${process.pid}/environ`), read('/proc/1/root/etc/passwd'), `return require('fs').readdirSync(require('os').homedir())`);
    expect(said.slice(0, -1).map((each) => each.slice(0, 15))).toEqual(Array(5).fill('refused: ENOENT'));
    expect(said.at(-1)).toMatch(/refused|^$/);
  });

  it('S1 finds nothing of ours in its environment', async () => {
    const [said] = await attack('return Object.keys(process.env).sort().join()');
    expect(said).toBe('PWD,TZ');
  });

  it('S2 opens no database', async () => {
    const database = join(folder, 'class.db');
    writeFileSync(database, '');
    const open = (path: string): string => `const { DatabaseSync } = process.getBuiltinModule('node:sqlite'); const db = new DatabaseSync(${JSON.stringify(path)}); db.exec('create table mine (a)'); return 'written'`;
    const said = await attack(open(database), open('/tmp/own.db'));
    expect(said.join()).not.toContain('written');
    expect(readFileSync(database, 'utf8')).toBe('');
  });

  it('S3 writes nothing, inside or outside', async () => {
    const said = await attack(
      `require('fs').writeFileSync(${JSON.stringify(join(folder, 'left.txt'))}, 'x'); return 'written'`,
      `require('fs').writeFileSync('/usr/left.txt', 'x'); return 'written'`,
      `require('fs').symlinkSync(${JSON.stringify(secret)}, '/tmp/link'); return require('fs').readFileSync('/tmp/link', 'utf8')`,
      `for (let i = 0; i < 1e9; i++) require('fs').mkdirSync('/tmp/' + i); return 'filled'`,
    );
    expect(said.join()).not.toMatch(/written|filled|SECRET/);
    expect(readdirSync(folder)).not.toContain('left.txt');
  });

  it('S4 reaches no server of this machine, by address or by name of a file', async () => {
    let reached = 0;
    const server = createServer((socket) => ((reached += 1), socket.end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const connect = (where: string): string => `const { spawnSync } = require('child_process'); const done = spawnSync(process.execPath, ['-e', "require('net').connect(${where}).on('connect', () => { console.log('reached'); process.exit(); }).on('error', (e) => console.log(e.code))"], { timeout: 1000 }); return String(done.stdout || done.error)`;
    const said = await attack(connect(`${port}, '127.0.0.1'`), connect(`80, '169.254.169.254'`));
    server.close();
    expect({ reached, said: said.join() }).toEqual({ reached: 0, said: expect.not.stringContaining('reached') as string });
  });

  it('S5 ends nobody but itself', async () => {
    const other = spawn('sleep', ['60']);
    await attack(`process.kill(${other.pid}, 'SIGKILL'); return 'killed'`, `process.kill(${process.pid}, 'SIGSTOP'); return 'killed'`, `process.kill(-1, 'SIGKILL'); return 'killed'`, `process.kill(process.ppid, 'SIGKILL'); return 'killed'`, 'process.abort()');
    expect(other.exitCode ?? other.signalCode).toBeNull();
    other.kill();
  });

  it('S6 leaves no process behind, whatever it starts', async () => {
    const mark = `sleep-of-${process.pid}`;
    await attack(`require('child_process').spawn('sh', ['-c', 'sleep 100; echo ${mark}'], { detached: true, stdio: 'ignore' }).unref(); return 'started'`, `process.on('SIGTERM', () => {}); for (;;);`);
    expect(processes(mark)).toEqual([]);
  });

  it('S6 takes no more memory than it may', async () => {
    const said = await attack(`const all = []; for (;;) all.push(Buffer.alloc(256 << 20));`, 'return "next"');
    expect(said).toEqual([expect.stringMatching(/memory|refused: /i), 'next']);
  });

  it('S7 is not believed when it speaks past the host', async () => {
    const forged = JSON.stringify({ kind: 'judged', verdict: { passed: true, scenes: [], orders: 1, right: 1, complete: true, headline: 'x', ms: 1 } });
    const write = (text: string): string => `require('fs').writeSync(1, ${JSON.stringify(text)}); return 'said'`;
    expect(await attack(write(`${forged}\nover\n`))).toEqual(['stopped: what came back was not a result']);
    expect(await attack(`const part = Buffer.alloc(1 << 20, 'x'); for (;;) require('fs').writeSync(1, part);`)).toEqual(['stopped: what came back was not a result']);
    expect(await attack(`require('fs').writeSync(1, '{"kind":"jud'); process.exit(0)`)).toEqual([expect.stringMatching(/worker stopped|not a result/)]);
    expect(await attack(`require('fs').writeSync(1, Buffer.from([0xff, 0xfe, 0x0a])); return 1`)).toEqual(['stopped: what came back was not a result']);
  });

  it('S8 gets no verdict by leaving early', async () => {
    expect(await attack('process.exit(0)', 'process.reallyExit(0)', 'return "next"')).toEqual([expect.stringContaining('the worker stopped'), expect.stringContaining('the worker stopped'), 'next']);
  });

  it('S11 finds nothing of the job before it', async () => {
    await attack(`require('fs').mkdirSync('/tmp/from-a'); globalThis.left = 1; return 1`);
    expect(await attack(`return require('fs').readdirSync('/tmp').join() + typeof globalThis.left`)).toEqual(['undefined']);
  });

  it('S14 holds up nobody for long, and the rest of its batch is not run', async () => {
    const said = (await runBatch(Array.from({ length: 6 }, () => requestOf('for (;;);')), { boundary: findBoundary('bubblewrap')!, engine: lawless, timeoutMs: 200, mostEnded: 2 })).map(titleOf);
    expect(said).toEqual([...Array(2).fill('stopped after 0.2 s'), ...Array(4).fill('not run: too many before it had to be ended by force')]);
  });
});

describe.runIf(findBoundary('quickjs') !== undefined)('S1–S15 inside of QuickJS', () => {
  const attack = wall('quickjs');

  it('S1 finds no way to the host', async () => {
    const names = 'process require module fetch Buffer WebAssembly Worker std os scriptArgs navigator take hoist'.split(' ');
    const said = await attack(...names.map((name) => `return typeof ${name}`), `return postMessage.constructor('return typeof process')()`, `return performance.now.constructor('return typeof require')()`);
    expect(said.filter((each) => each !== 'undefined' && !each.startsWith('refused'))).toEqual([]);
  });

  it('S15 dies at the clock where it does not stop itself, and the next one gets its turn', async () => {
    const said = await attack(`return new Array(1e9) + ''`, `return Array.prototype.indexOf.call({ length: 4294967295 }, 99)`, 'function f() { return f() + 1; } return f()', 'return "next"');
    expect(said.slice(0, 2).every((each) => /^(stopped after|refused|stopped: the program used up|\[internal\])/.test(each))).toBe(true);
    expect(said.slice(2)).toEqual([expect.stringMatching(/refused|stopped/), 'next']);
  });

  it('S6 takes no more memory than it may', async () => {
    expect(await attack(`const all = []; for (;;) all.push(new Uint8Array(64 << 20).fill(1));`, 'return "next"')).toEqual([expect.stringMatching(/refused|memory|stopped/), 'next']);
  });
});
