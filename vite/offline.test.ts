import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOf, workerFor } from './offline.ts';

const folder = mkdtempSync(join(tmpdir(), 'happens-before-offline-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
put('index.html', 'first page');
put('lesson/index.html', 'a lesson');
put('_astro/live.a1.js', 'script');
put('_astro/full.js', 'x'.repeat(1_000_001));
put('pagefind/index.js', 'search');
put('sw.js', 'an earlier worker');

type Listener = (event: { waitUntil(done: Promise<unknown>): void }) => void;

/** A worker in a realm of its own, with caches in memory and a network that counts. */
function startWorker(files: Readonly<Record<string, string>>, stores: Map<string, Map<string, Response>>) {
  const listeners = new Map<string, Listener>();
  const fetched: string[] = [];
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    const url = (key: string | { url: string }): string => (typeof key === 'string' ? key : key.url);
    return Promise.resolve({
      match: (key: string | { url: string }) => Promise.resolve(store.get(url(key))?.clone()),
      put: (key: string, value: Response) => Promise.resolve(void store.set(key, value)),
      keys: () => Promise.resolve([...store.keys()].map((each) => ({ url: each }))),
    });
  };
  const self = {
    registration: { scope: 'https://host.example/some/sub/path/' },
    clients: { claim: () => Promise.resolve() },
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
  };
  const caches = { open, keys: () => Promise.resolve([...stores.keys()]), delete: (name: string) => Promise.resolve(stores.delete(name)) };
  const fetch = (address: string) => {
    fetched.push(address);
    return Promise.resolve(new Response(`content of ${address}`));
  };
  new Script(workerFor(files)).runInContext(createContext({ self, caches, fetch, URL, Headers, Response, Map, Promise }));
  const dispatch = async (type: string): Promise<void> => {
    let done: Promise<unknown> = Promise.resolve();
    listeners.get(type)!({ waitUntil: (each) => (done = each) });
    await done;
  };
  return { fetched, dispatch };
}

describe('the files that are kept', () => {
  it('OF4 are those of the course, a page by its folder, without the full editor and the search', () => {
    expect(Object.keys(filesOf(folder))).toEqual(['', '_astro/live.a1.js', 'lesson/']);
  });
});

describe('the worker', () => {
  it('OF4 fetches them below the path where the course lives', async () => {
    const worker = startWorker(filesOf(folder), new Map());
    await worker.dispatch('install');
    expect(worker.fetched).toEqual(['', '_astro/live.a1.js', 'lesson/'].map((path) => `https://host.example/some/sub/path/${path}`));
  });

  it('OF5 fetches of a new version only what has changed, and then drops the old one', async () => {
    const stores = new Map<string, Map<string, Response>>();
    await startWorker(filesOf(folder), stores).dispatch('install');
    put('lesson/index.html', 'a better lesson');
    const next = startWorker(filesOf(folder), stores);
    await next.dispatch('install');
    expect(next.fetched).toEqual(['https://host.example/some/sub/path/lesson/']);
    expect(stores.size).toBe(2);
    await next.dispatch('activate');
    expect(stores.size).toBe(1);
    expect([...stores.values()][0]!.size).toBe(3);
  });
});
