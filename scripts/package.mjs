/**
 * Builds the runtime as a package: `npm run package`, into `dist-package/` (or the folder that is named after it). ES modules, their
 * types, no dependency. `npm pack dist-package` makes the file to install. With `--docs` it also writes the table of sizes into docs/package.md.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { declare } from '../vite/runtime-types.ts';
import { betweenMarks } from './lib/marks.mjs';

const ROOT = path.join(import.meta.dirname, '..');
const DOCS = process.argv.includes('--docs');
const OUT = path.resolve(ROOT, process.argv.slice(2).find((argument) => argument !== '--docs') ?? 'dist-package');

/** Subpath → entry. */
const ENTRIES = { go: 'src/library/go.ts', threading: 'src/library/threading.ts', lambda: 'src/library/lambda.ts', lab: 'src/library/lab.ts', testing: 'src/library/testing.ts', explore: 'src/library/explore.ts' };
/** The script of the lab's workers. Nobody imports it; `lab.js` names it. */
const WORKER = { 'lab-worker': 'src/runtime/lab/worker.ts' };

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
await writeScripts();
await writeTypes();
writeManifest();
cpSync(path.join(ROOT, 'LICENSE'), path.join(OUT, 'LICENSE'));
const sizes = await measure();
writeFileSync(path.join(OUT, 'sizes.json'), `${JSON.stringify(sizes, undefined, 2)}\n`);
const readme = withSizes(readFileSync(path.join(ROOT, 'docs/package.md'), 'utf8'), sizes);
writeFileSync(path.join(OUT, 'README.md'), readme);
if (DOCS) writeFileSync(path.join(ROOT, 'docs/package.md'), readme);
for (const { what, minified, gzip } of sizes) console.log(`${what.padEnd(34)} ${kb(minified).padStart(9)} minified ${kb(gzip).padStart(9)} gzip`);

/** What is the same for all entries, the kernel in charge above all, is in chunks that they share. */
async function writeScripts() {
  const bundle = await rolldown({ input: Object.fromEntries(Object.entries({ ...ENTRIES, ...WORKER }).map(([name, file]) => [name, path.join(ROOT, file)])), cwd: ROOT, platform: 'neutral', external: /^node:/, resolve: { mainFields: ['module', 'main'] }, plugins: [workerByName()], treeshake: { moduleSideEffects: [{ test: /on-native|lab\/worker/, sideEffects: true }, { test: /./, sideEffects: false }] }, onLog });
  await bundle.write({ dir: OUT, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js', minify: false });
  await bundle.close();
}

/** In the package, the script of a worker lies beside the file that starts it, under the name that it has there. */
function workerByName() {
  const transform = (code, id) => {
    if (!/runtime[\\/]lab[\\/]start\.ts$/.test(id)) return undefined;
    const named = code.replaceAll("'./worker.ts'", "'./lab-worker.js'").replaceAll('"./worker.ts"', '"./lab-worker.js"');
    if (named === code) throw new Error('src/runtime/lab/start.ts no longer names the script of its workers.');
    return { code: named };
  };
  return { name: 'worker-by-name', transform };
}

async function writeTypes() {
  const { declarations } = await declare(ROOT, ENTRIES, '.js');
  for (const file of reachable(declarations)) {
    // What an import does by being there, its types do not.
    const text = declarations[file].replace(/^import '[^']+';\n/gm, '');
    const target = path.join(OUT, 'types', path.relative('src', file));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** The declaration files that the entries' own lead to. */
function reachable(declarations) {
  const found = new Set(Object.values(ENTRIES).map((file) => file.replace(/\.ts$/, '.d.ts')));
  for (const file of found) {
    if (declarations[file] === undefined) throw new Error(`no declarations in ${file}`);
    for (const [, specifier] of declarations[file].matchAll(/(?:from |import ?\(?)['"](\.[^'"]+)\.js['"]/g)) found.add(`${path.join(path.dirname(file), specifier)}.d.ts`);
  }
  return found;
}

function writeManifest() {
  const { version, license, engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const exports = Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [`./${name}`, { types: `./types/${path.relative('src', file).replace(/\.ts$/, '.d.ts')}`, default: `./${name}.js` }]));
  const manifest = {
    name: 'happens-before', version, license, engines, type: 'module',
    description: "Go's and Python's concurrency in TypeScript, and a search through every order in which a program can run.",
    exports: { ...exports, './package.json': './package.json' },
    // The chunk that puts the native kernel in charge, and what a worker does.
    sideEffects: ['./shared/on-native-*.js', './lab-worker.js'],
  };
  writeFileSync(path.join(OUT, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** What a program pays that imports the whole of an entry, or one thing of it. */
async function measure() {
  const cases = [
    ['`happens-before/go`, all of it', "export * from 'happens-before/go';"],
    ['`happens-before/threading`, all of it', "export * from 'happens-before/threading';"],
    ['`happens-before/lambda`, all of it', "export * from 'happens-before/lambda';"],
    ['`happens-before/lab`, all of it', "export * from 'happens-before/lab';"],
    ['`happens-before/testing`, all of it', "export * from 'happens-before/testing';"],
    ['`happens-before/explore`, all of it', "export * from 'happens-before/explore';"],
    ['`Mutex`', "export { Mutex } from 'happens-before/go';"],
    ['`chan`', "export { chan } from 'happens-before/go';"],
    ['`go, chan, select`', "export { go, chan, select } from 'happens-before/go';"],
    ['`go, WaitGroup, Mutex`', "export { go, WaitGroup, Mutex } from 'happens-before/go';"],
    ['`context`', "export { context } from 'happens-before/go';"],
    ['`errgroup`', "export { errgroup } from 'happens-before/go';"],
    ['`semaphore`', "export { semaphore } from 'happens-before/go';"],
    ['`singleflight`', "export { singleflight } from 'happens-before/go';"],
    ['`Lock`', "export { Lock } from 'happens-before/threading';"],
    ['`Queue`', "export { Queue } from 'happens-before/threading';"],
    ['`ThreadPoolExecutor`', "export { ThreadPoolExecutor } from 'happens-before/threading';"],
  ];
  return Promise.all(cases.map(async ([what, text]) => {
    const entry = path.join(OUT, '.measure', `${what.replace(/\W+/g, '-')}.js`);
    mkdirSync(path.dirname(entry), { recursive: true });
    writeFileSync(entry, text);
    const alias = Object.fromEntries(Object.keys(ENTRIES).map((name) => [`happens-before/${name}`, path.join(OUT, `${name}.js`)]));
    const bundle = await rolldown({ input: entry, platform: 'neutral', external: /^node:/, resolve: { alias }, onLog });
    const { output: [{ code }] } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false });
    await bundle.close();
    rmSync(entry);
    return { what, minified: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length, brotli: brotliCompressSync(code).length };
  })).finally(() => { rmSync(path.join(OUT, '.measure'), { recursive: true, force: true }); });
}

function onLog(level, log) {
  // Compiling the reader's program is what `explore` is for.
  if (level === 'warn' && log.code !== 'EVAL') console.warn(log.message);
}

function kb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** `text` with the table of sizes between its two marks. */
function withSizes(text, sizes) {
  const table = ['| what is imported | minified | gzip |', '| --- | --: | --: |', ...sizes.map(({ what, minified, gzip }) => `| ${what} | ${kb(minified)} | ${kb(gzip)} |`)].join('\n');
  return betweenMarks(text, 'sizes', table, 'docs/package.md');
}
