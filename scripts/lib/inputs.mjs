/** Tells whether the built site is still the one that its sources make. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Everything that the build reads. */
const INPUTS = [
  'src',
  'content',
  'public',
  'vite',
  'scripts/build.mjs',
  'astro.config.mjs',
  'course.config.yaml',
  'course.config.yml',
  'course.config.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const NOT_READ = /\.(test|test-d|bench)\.ts$/;
/** Settings of the build that come from the environment. */
const SETTINGS = ['COURSE_SITE', 'COURSE_BASE', 'COURSE_DRAFT', 'COURSE_CONFIG'];

/** One hash over the names and contents of all inputs. */
export function hashInputs(root) {
  const hash = createHash('sha256');
  for (const name of SETTINGS) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const input of INPUTS) {
    for (const file of filesIn(path.join(root, input))) {
      hash
        .update(`${path.relative(root, file)}\n`)
        .update(readFileSync(file))
        .update('\n');
    }
  }
  return hash.digest('hex');
}

function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !NOT_READ.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

const stampFile = (root) => path.join(root, '.cache/build-stamp');

export function isBuilt(root) {
  return (
    existsSync(path.join(root, 'dist/index.html')) &&
    existsSync(stampFile(root)) &&
    readFileSync(stampFile(root), 'utf8') === hashInputs(root)
  );
}

/** @param {string} root @param {string} hash of the inputs as they were when the build began */
export function markBuilt(root, hash) {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile(root), hash);
}
