/** The size of what a page loads on the first Run: supervisor, sandbox, engine and compiler, in one bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { kilobytes } from './report.mjs';
import { DIST } from './site.mjs';

const QUALITY = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };

export async function measure() {
  const folder = path.join(DIST, '_astro');
  const engines = readdirSync(folder).filter((name) => /^engine\.[\w-]+\.js$/.test(name));
  if (engines.length !== 1) throw new Error(`expected one engine in dist/_astro, found ${engines.length}.`);
  const bytes = readFileSync(path.join(folder, engines[0]));
  return [
    {
      what: 'sandbox, engine and compiler, brotli',
      value: kilobytes(zlib.brotliCompressSync(bytes, QUALITY).length),
      unit: 'kB',
      budget: 150,
    },
    { what: 'the same, gzip', value: kilobytes(zlib.gzipSync(bytes, { level: 9 }).length), unit: 'kB' },
    { what: 'the same, as it is', value: kilobytes(bytes.length), unit: 'kB' },
  ];
}
