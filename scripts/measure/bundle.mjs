/** The size of what a page loads on the first Run: supervisor, sandbox, engine and compiler, in one bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { kilobytes } from './report.mjs';
import { DIST } from './site.mjs';

const QUALITY = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };

const brotli = (bytes) => kilobytes(zlib.brotliCompressSync(bytes, QUALITY).length);

export async function measure() {
  const folder = path.join(DIST, '_astro');
  const find = (start) => {
    const found = readdirSync(folder).filter((name) => name.startsWith(`${start}.`) && name.endsWith('.js'));
    if (found.length !== 1) throw new Error(`expected one ${start} in dist/_astro, found ${found.length}.`);
    return readFileSync(path.join(folder, found[0]));
  };
  const bytes = find('engine');
  return [
    {
      what: 'sandbox, engine and compiler, brotli',
      value: brotli(bytes),
      unit: 'kB',
      budget: 150,
    },
    { what: 'the same, gzip', value: kilobytes(zlib.gzipSync(bytes, { level: 9 }).length), unit: 'kB' },
    { what: 'the same, as it is', value: kilobytes(bytes.length), unit: 'kB' },
    { what: 'with Lambda, on pages whose programs use it, brotli', value: brotli(find('engine-with-lambda')), unit: 'kB' },
  ];
}
