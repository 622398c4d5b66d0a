/**
 * Serves the built site: the pages of the lab with the headers that they need to measure, the others as any host would. `--isolated` sends the
 * headers with all of them, `--plain` with none.
 *
 *   node scripts/serve.mjs [--port 4321] [--host 127.0.0.1] [--base /sub/path] [--folder dist] [--isolated | --plain]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './lib/install.mjs';
import { serve } from './lib/static-server.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    host: { type: 'string', default: '127.0.0.1' },
    base: { type: 'string', default: process.env.COURSE_BASE ?? '/' },
    folder: { type: 'string', default: 'dist' },
    isolated: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
  },
});

const isolated = values.isolated || (values.plain ? false : 'lab');
const { url } = await serve({ ...values, isolated, port: Number(values.port), folder: path.resolve(ROOT, values.folder) });
console.log(url);
