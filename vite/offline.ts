/** Puts a service worker into the built site, with the list of what it keeps. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The full editor is larger than all the rest together. It is kept once somebody has used it; until then the plain one serves. */
const LARGEST = 1_000_000;
/** Made after the build, and searched with the network or once it was searched before. */
const LEFT_OUT = /^(pagefind|lab)\/|^sw\.js$|\.map$/;

export function offline(): AstroIntegration {
  return {
    name: 'happens-before:offline',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, 'sw.js'), workerFor(filesOf(folder)));
      },
    },
  };
}

/** Address relative to the site → hash of the content. A page goes by its folder. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    const content = readFileSync(file);
    if (LEFT_OUT.test(path) || content.length > LARGEST) continue;
    files[path.replace(/(^|\/)index\.html$/, '$1')] = digest(content);
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function workerFor(files: Readonly<Record<string, string>>): string {
  const list = JSON.stringify(files);
  const source = readFileSync(new URL('./offline-worker.js', import.meta.url), 'utf8');
  return `const VERSION = ${JSON.stringify(digest(source + list))};\nconst FILES = ${list};\n${source}`;
}

const digest = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 12);
