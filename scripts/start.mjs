/**
 * Installs, builds and serves the course: `npm start`. What is done already is not done again.
 *
 * Starts on a bare checkout under any Node from 20 on. `npm start -- --port 8080` asks for a port.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isBuilt } from './lib/inputs.mjs';
import { ensureInstalled, ensureNode, ROOT } from './lib/install.mjs';
import { runVisibly } from './lib/run.mjs';
import { serve } from './lib/static-server.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '4321' },
    host: { type: 'string', default: process.env.HOST ?? '127.0.0.1' },
  },
});

try {
  await ensureInstalled(console.log);
  await ensureNode();
  if (!isBuilt(ROOT)) await build();
  await open();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}

async function build() {
  console.log('Building the site (a first time takes a minute or two) …');
  const { status } = await runVisibly(process.execPath, ['scripts/build.mjs'], { cwd: ROOT });
  if (status !== 0) throw new Error('The site could not be built. The reason is above.');
}

async function open() {
  const server = await serve({
    folder: path.join(ROOT, 'dist'),
    port: Number(values.port),
    host: values.host,
    base: process.env.COURSE_BASE ?? '/',
    // Not needed by the course, but the chapters that measure real cores can then do so.
    isolated: true,
  });
  console.log(`\nThe course is at ${server.url}\nCtrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await server.close();
      process.exit(0);
    });
  }
}
