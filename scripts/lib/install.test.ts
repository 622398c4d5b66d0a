import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashInputs, isBuilt, markBuilt } from './inputs.mjs';
import { isInstalled, isNewEnough } from './install.mjs';

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(os.tmpdir(), 'checkout-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: string | object): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
}

it('knows which Node is new enough', () => {
  expect(['20.20.2', '22.18.0', '22.19.0', '24.0.0'].map(isNewEnough)).toEqual([false, false, true, true]);
});

describe('an install is needed', () => {
  const lock = (packages: object) => ({ packages: { '': {}, ...packages } });
  const one = { 'node_modules/one': { version: '1.0.0' } };

  it('not when all is there, but for the optional packages of other machines', () => {
    write('package-lock.json', lock({ ...one, 'node_modules/for-others': { version: '1.0.0', optional: true } }));
    write('node_modules/.package-lock.json', lock(one));
    expect(isInstalled(root)).toBe(true);
  });

  it('when there is nothing, or half an install', () => {
    write('package-lock.json', lock(one));
    expect(isInstalled(root)).toBe(false);
    write('node_modules/one/package.json', {});
    expect(isInstalled(root)).toBe(false);
  });

  it('when a package is missing or of another version', () => {
    write('package-lock.json', lock({ ...one, 'node_modules/two': { version: '1.0.0' } }));
    write('node_modules/.package-lock.json', lock(one));
    expect(isInstalled(root)).toBe(false);
    write('node_modules/.package-lock.json', lock({ ...one, 'node_modules/two': { version: '2.0.0' } }));
    expect(isInstalled(root)).toBe(false);
  });
});

describe('a build is needed', () => {
  beforeEach(() => {
    write('src/a.ts', 'a');
    write('dist/index.html', '');
    markBuilt(root, hashInputs(root));
  });

  it('not while nothing has changed but a test', () => {
    write('src/a.test.ts', 'test');
    expect(isBuilt(root)).toBe(true);
  });

  it('when a file was changed, added, or the site is gone', () => {
    write('src/a.ts', 'b');
    expect(isBuilt(root)).toBe(false);
    write('src/a.ts', 'a');
    expect(isBuilt(root)).toBe(true);
    write('content/lesson.mdx', 'new');
    expect(isBuilt(root)).toBe(false);
    rmSync(path.join(root, 'content'), { recursive: true });
    rmSync(path.join(root, 'dist'), { recursive: true });
    expect(isBuilt(root)).toBe(false);
  });
});
