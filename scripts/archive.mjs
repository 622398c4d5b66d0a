/**
 * Packs the built site with the small server into one archive for a room without a network: `npm run archive` writes dist-archive/<title>-<version>.zip. The site must have
 * been built for the root of its server, which is what the one in the archive gives it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { ROOT } from './lib/install.mjs';

const site = path.join(ROOT, 'dist');
const home = read(path.join(site, 'index.html'))?.toString('utf8');
if (home === undefined) fail('There is no built site. Run: npm run build');
if (!home.includes('href="/favicon.svg"')) fail('This site was built for a sub-path. Build it again without COURSE_BASE: npm run build');
const version = /class="course-version">version ([^<]+)</.exec(home)?.[1] ?? 'unknown';
const name = `course-${version.replace(/[^\w.-]+/g, '-')}`;

const files = {};
for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = path.join(entry.parentPath, entry.name);
  add(`course/${path.relative(site, file).replaceAll('\\', '/')}`, readFileSync(file));
}
for (const file of readdirSync(path.join(ROOT, 'hosting/archive'))) {
  const content = readFileSync(path.join(ROOT, 'hosting/archive', file));
  // Windows misses labels in a script whose lines end as on Unix.
  add(file, file.endsWith('.cmd') ? Buffer.from(content.toString('utf8').replace(/\r?\n/g, '\r\n')) : content, file === 'start.sh' ? 0o755 : 0o644);
}
add('static-server.mjs', readFileSync(path.join(ROOT, 'scripts/lib/static-server.mjs')));

const target = path.join(ROOT, 'dist-archive', `${name}.zip`);
mkdirSync(path.dirname(target), { recursive: true });
const bytes = zipSync(files, { level: 6 });
writeFileSync(target, bytes);
console.log(`${target}: ${Object.keys(files).length} files, ${(bytes.length / 1e6).toFixed(1)} MB`);

function add(file, content, mode = 0o644) {
  // The rights are Unix's, in the upper half.
  files[`${name}/${file}`] = [content, { os: 3, attrs: (0o100000 | mode) << 16 }];
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function fail(say) {
  console.error(say);
  process.exit(1);
}
