/**
 * Use after the end, and limits that contradict each other: the same line in CPython, or in Go, and here. What the original raises, by its name and
 * with its words, has to be what is thrown here; our hint may follow. What the original lets pass has to pass.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '#engine/testing';
import { describe, expect, it } from 'vitest';

/** Python → TypeScript. */
const PYTHON: readonly (readonly [python: string, ours: string])[] = [
  ['e = ThreadPoolExecutor(1); e.shutdown(); e.submit(lambda: 1)', 'const e = new ThreadPoolExecutor(1); await e.shutdown(); e.submit(() => 1)'],
  ['e = ThreadPoolExecutor(1); e.shutdown(); list(e.map(str, [1]))', 'const e = new ThreadPoolExecutor(1); await e.shutdown(); for await (const one of e.map(String, [1])) void one'],
  ['e = ThreadPoolExecutor(1); e.shutdown(); e.shutdown()', 'const e = new ThreadPoolExecutor(1); await e.shutdown(); await e.shutdown()'],
  ['ThreadPoolExecutor(0)', 'new ThreadPoolExecutor(0)'],
  ['ThreadPoolExecutor(-1)', 'new ThreadPoolExecutor(-1)'],
  ['f = Future(); f.set_result(1); f.set_result(2)', 'const f = new Future(); f.setResult(1); f.setResult(2)'],
  ['f = Future(); f.set_result(1); f.set_exception(ValueError())', "const f = new Future(); f.setResult(1); f.setException(new Error('x'))"],
  ['f = Future(); f.cancel(); f.set_result(1)', 'const f = new Future(); f.cancel(); f.setResult(1)'],
  ['f = Future(); f.cancel(); f.result()', 'const f = new Future(); f.cancel(); await f.result()'],
  ['f = Future(); f.result(0)', 'await new Future().result(0)'],
  ['Lock().release()', 'new Lock().release()'],
  ['l = Lock(); l.acquire(); l.release(); l.release()', 'const l = new Lock(); await l.acquire(); l.release(); l.release()'],
  ['RLock().release()', 'new RLock().release()'],
  ['Lock().acquire(False, 1)', 'await new Lock().acquire(false, 1)'],
  ['Lock().acquire(True, -2)', 'await new Lock().acquire(true, -2)'],
  ['RLock().acquire(False, 1)', 'await new RLock().acquire(false, 1)'],
  ['Condition().wait()', 'await new Condition().wait()'],
  ['Condition().notify()', 'new Condition().notify()'],
  ['Condition().notify_all()', 'new Condition().notifyAll()'],
  ['Condition().release()', 'new Condition().release()'],
  ['Semaphore(-1)', 'new Semaphore(-1)'],
  ['Semaphore(1).acquire(False, 1)', 'await new Semaphore(1).acquire(false, 1)'],
  ['Semaphore(1).release(0)', 'new Semaphore(1).release(0)'],
  ['BoundedSemaphore(1).release()', 'new BoundedSemaphore(1).release()'],
  ['s = BoundedSemaphore(2); s.acquire(); s.release(2)', 'const s = new BoundedSemaphore(2); await s.acquire(); s.release(2)'],
  ['b = Barrier(1); b.abort(); b.wait()', 'const b = new Barrier(1); await b.abort(); await b.wait()'],
  ['b = Barrier(1); b.abort(); b.abort(); b.reset(); b.wait()', 'const b = new Barrier(1); await b.abort(); await b.abort(); await b.reset(); await b.wait()'],
  ['t = Thread(); t.start(); t.start()', 'const t = new Thread(); t.start(); t.start()'],
  ['t = Thread(); t.start(); t.join(); t.start()', 'const t = new Thread(); t.start(); await t.join(); t.start()'],
  ['Thread().join()', 'await new Thread().join()'],
  ['current_thread().join()', 'await currentThread().join()'],
  ['t = Timer(0.01, print); t.start(); t.cancel(); t.cancel(); t.start()', 'const t = new Timer(0.01, () => {}); t.start(); t.cancel(); t.cancel(); t.start()'],
  ['Queue().task_done()', 'new Queue().taskDone()'],
  ['q = Queue(); q.put(1); q.get(); q.task_done(); q.task_done()', 'const q = new Queue(); await q.put(1); await q.get(); q.taskDone(); q.taskDone()'],
  ['Queue().get_nowait()', 'new Queue().getNowait()'],
  ['q = Queue(1); q.put(1); q.put_nowait(2)', 'const q = new Queue(1); await q.put(1); q.putNowait(2)'],
  ['Queue().get(True, -1)', 'await new Queue().get(true, -1)'],
  ['Queue(1).put(1, True, -1)', 'const q = new Queue(1); await q.put(0); await q.put(1, true, -1)'],
  ['SimpleQueue().get_nowait()', 'new SimpleQueue().getNowait()'],
  ['SimpleQueue().get(True, -1)', 'await new SimpleQueue().get(true, -1)'],
  ['wait([Future()], return_when="ALL")', "await wait([new Future()], { returnWhen: 'ALL' as any })"],
  ['list(as_completed([Future()], 0))', 'for await (const one of asCompleted([new Future()], 0)) void one'],
  ['wait([Future()], 0)', 'await wait([new Future()], { timeout: 0 })'],
];

/** Go → TypeScript. */
const GO: readonly (readonly [go: string, ours: string])[] = [
  ['c := make(chan int, 1); close(c); c <- 1', 'const c = chan(1); close(c); await c.send(1)'],
  ['c := make(chan int); close(c); close(c)', 'const c = chan(); c.close(); c.close()'],
  ['var c chan int; close(c)', 'close(undefined as any)'],
  ['c := make(chan int); close(c); <-c; <-c', 'const c = chan(); c.close(); await c.receive(); await c.receive()'],
  ['n := -1; _ = make(chan int, n)', 'chan(-1)'],
  ['c := make(chan int, 1); close(c); select { case c <- 1: default: }', 'const c = chan(1); c.close(); await select(c.onSend(1), otherwise())'],
  ['var wg sync.WaitGroup; wg.Add(1); wg.Done(); wg.Done()', 'const wg = new WaitGroup(); wg.add(1); wg.done(); wg.done()'],
  ['t := time.NewTimer(time.Hour); t.Stop(); t.Stop(); t.Reset(time.Millisecond); <-t.C', 'const t = newTimer(3600000); t.stop(); t.stop(); t.reset(1); await t.c.receive()'],
  ['time.NewTicker(0)', 'newTicker(0)'],
  ['time.NewTicker(-1)', 'newTicker(-1)'],
  ['t := time.NewTicker(1); t.Stop(); t.Stop(); t.Reset(0)', 'const t = newTicker(1); t.stop(); t.stop(); t.reset(0)'],
  ['context.WithCancel(nil)', 'context.withCancel(undefined as any)'],
  ['context.WithValue(context.Background(), nil, 1)', 'context.withValue(context.background(), undefined, 1)'],
  ['c, cancel := context.WithCancel(context.Background()); cancel(); cancel(); panic(c.Err().Error())', 'const [c, cancel] = context.withCancel(context.background()); cancel(); cancel(); panic(c.err()!.message)'],
  ['c, cancel := context.WithTimeout(context.Background(), -1); defer cancel(); panic(c.Err().Error())', 'const [c] = context.withTimeout(context.background(), -1); panic(c.err()!.message)'],
  ['c, cancel := context.WithCancel(context.Background()); cancel(); d, stop := context.WithTimeout(c, time.Hour); defer stop(); panic(d.Err().Error())', 'const [c, cancel] = context.withCancel(context.background()); cancel(); const [d] = context.withTimeout(c, 3600000); panic(d.err()!.message)'],
  ['var o sync.Once; func() { defer func() { recover() }(); o.Do(func() { panic("x") }) }(); o.Do(func() { panic("again") })', "const o = new Once(); try { await o.do(() => panic('x')); } catch { /* as recover() */ } await o.do(() => panic('again'))"],
];

/** Go's words for what nobody can recover from; `go vet` or a linter may say more. */
const FATAL: readonly (readonly [go: string, ours: string])[] = [
  ['var mu sync.Mutex; mu.Unlock()', 'new Mutex().unlock()'],
  ['var mu sync.RWMutex; mu.RUnlock()', 'new RWMutex().rUnlock()'],
  ['var mu sync.RWMutex; mu.Unlock()', 'new RWMutex().unlock()'],
  ['var mu sync.RWMutex; mu.RLock(); mu.Unlock()', 'const mu = new RWMutex(); await mu.rLock(); mu.unlock()'],
];

const IMPORTS: Readonly<Record<string, string>> = {
  threading: "import { asCompleted, Barrier, BoundedSemaphore, Condition, currentThread, Future, Lock, Queue, RLock, Semaphore, SimpleQueue, Thread, ThreadPoolExecutor, Timer, wait } from 'happens-before/threading';",
  go: "import { chan, close, context, Mutex, newTicker, newTimer, Once, otherwise, panic, RWMutex, select, WaitGroup } from 'happens-before/go';",
};

/** What the program fails with, or `ok`. */
function ours(library: 'go' | 'threading', statements: string): string {
  const { end } = run(`${IMPORTS[library]}\n${statements};`, { timers: 'patient' });
  return 'message' in end ? end.message : end.kind;
}

/**
 * Without the address of an object, where our hint stands, and without what says that a panic is for good: here it can be caught. A lock's time must not be
 * negative, which Python says rightly since 3.13.
 */
const plain = (text: string): string => text.replace(/: <\w+ at 0x[0-9a-f]+.*/, '').replace(/: ?$/, '').replace('fatal error: ', '').replace('timeout value must be positive', 'timeout value must be a non-negative number');

const python = spawnSync('python3', ['--version'], { encoding: 'utf8' });
const go = spawnSync('go', ['version'], { encoding: 'utf8' });

function inPython(): readonly string[] {
  const script = `
import json, sys, threading
from threading import *
from queue import Queue, SimpleQueue
from concurrent.futures import ThreadPoolExecutor, Future, wait, as_completed
told = []
for row in json.load(sys.stdin):
    try:
        exec(row, dict(globals()))
        told.append('ok')
    except BaseException as error:
        told.append(f'{type(error).__name__}: {error}')
print(json.dumps(told))`;
  const { stdout, stderr, status } = spawnSync('python3', ['-c', script], { input: JSON.stringify(PYTHON.map(([row]) => row)), encoding: 'utf8', timeout: 30_000 });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  return JSON.parse(stdout) as string[];
}

/** Recovered panics in one run; what is fatal in one run each. */
function inGo(): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'late-use-'));
  try {
    const cases = [...GO, ...FATAL].map(([row], i) => `\tcase ${i}:\n\t\t${row}`).join('\n');
    writeFileSync(path.join(folder, 'main.go'), `package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"
)

var _ = context.Background
var _ sync.Mutex
var _ time.Duration

func row(i int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		} else {
			fmt.Println("ok")
		}
	}()
	switch i {
${cases}
	}
}

func main() {
	for _, text := range os.Args[1:] {
		i, _ := strconv.Atoi(text)
		row(i)
	}
}
`);
    const env = { ...process.env, GO111MODULE: 'off', GOFLAGS: '' };
    const built = spawnSync('go', ['build', '-o', 'late', 'main.go'], { cwd: folder, encoding: 'utf8', timeout: 100_000, env });
    if (built.status !== 0) throw new Error(`go build failed: ${built.stderr}`);
    const told = spawnSync(path.join(folder, 'late'), GO.map((_, i) => String(i)), { encoding: 'utf8', timeout: 20_000 });
    const fatal = FATAL.map((_, i) => /^fatal error: .*/m.exec(spawnSync(path.join(folder, 'late'), [String(GO.length + i)], { encoding: 'utf8', timeout: 20_000 }).stderr)?.[0] ?? 'ok');
    return [...told.stdout.trim().split('\n'), ...fatal];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const differing = (rows: readonly (readonly [string, string])[], library: 'go' | 'threading', told: readonly string[]): readonly string[] =>
  rows.flatMap(([original, mine], i) => {
    const wanted = plain(told[i] as string);
    const found = ours(library, mine);
    return (wanted === 'ok' ? found === 'ok' : found.startsWith(wanted)) ? [] : [`${original}\n  there: ${wanted}\n  here:  ${found}`];
  });

describe(`use after the end, ${python.status === 0 ? python.stdout.trim() : 'there is no python3 here'}, ${go.status === 0 ? go.stdout.trim() : 'there is no go here'}`, () => {
  it.skipIf(python.status !== 0)('what CPython raises is thrown here, by its name and in its words', () => {
    expect(differing(PYTHON, 'threading', inPython())).toEqual([]);
  });

  it.skipIf(go.status !== 0)('what Go panics with is thrown here in its words', () => {
    expect(differing([...GO, ...FATAL], 'go', inGo())).toEqual([]);
  });
});
