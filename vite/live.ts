/**
 * The one thing that astro.config.mjs adds for the live parts: their Vite plugins, and the traces that pages load when a
 * reader wants to step through them.
 *
 * A component that draws a still picture of a run writes the run itself into a folder of the cache. Only what the pages of
 * this build asked for is copied into the site, under `live/`.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { livePlugins, liveWorkerPlugins } from './index.ts';
import { monacoEntries } from './monaco-entries.ts';

const folder = '.cache/live';

export function live(): AstroIntegration {
  let root = '';
  return {
    name: 'happens-before:live',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        root = fileURLToPath(config.root);
        if (command === 'build') rmSync(join(root, folder), { recursive: true, force: true });
        updateConfig({
          vite: {
            plugins: livePlugins(),
            worker: { format: 'es', plugins: liveWorkerPlugins },
            // Otherwise the first click on Edit in the development server reloads the page. A build has no use for it.
            ...(command === 'dev' && { optimizeDeps: { include: monacoEntries(root) } }),
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = /\/live\/([\w./-]+\.json)$/.exec(request.url ?? '')?.[1];
          const file = path === undefined || path.includes('..') ? undefined : join(root, folder, path);
          if (file === undefined || !existsSync(file)) return next();
          response.setHeader('content-type', 'application/json');
          response.end(readFileSync(file));
        });
      },
      'astro:build:done': ({ dir }) => {
        mkdirSync(join(root, folder), { recursive: true });
        cpSync(join(root, folder), join(fileURLToPath(dir), 'live'), { recursive: true });
      },
    },
  };
}
