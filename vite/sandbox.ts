/**
 * Puts the sandbox's two scripts into the site: the supervisor as text with its hash, the engine as a hashed file of its own
 * that a page loads on the first run.
 */
import type { Plugin } from 'vite';
import { bundleEngine, bundleSupervisor, type Script } from '../src/sandbox/bundle.ts';

const engine = 'virtual:sandbox/engine';
const supervisor = 'virtual:sandbox/supervisor';
const devPath = '/@sandbox/engine.js';

/** `options.engine`: a module to take for '#engine', for tests of the sandbox alone. */
export function sandbox(options: { readonly engine?: string } = {}): Plugin {
  let building = false;
  let base = '/';
  let made: { engine: Promise<Script>; supervisor: Promise<Script> } | undefined;
  const scripts = () => (made ??= { engine: bundleEngine(options), supervisor: bundleSupervisor() });
  return {
    name: 'happens-before:sandbox',
    config: () => ({ ssr: { external: ['rolldown'] } }),
    configResolved(config) {
      building = config.command === 'build';
      base = config.base;
    },
    resolveId: (id) => (id === engine || id === supervisor ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${supervisor}`) {
        const { text, hash } = await scripts().supervisor;
        return `export const text = ${JSON.stringify(text)};\nexport const hash = ${JSON.stringify(hash)};`;
      }
      if (id !== `\0${engine}`) return undefined;
      if (!building) return `export default ${JSON.stringify(base.replace(/\/?$/, devPath))};`;
      const { text } = await scripts().engine;
      const file = this.emitFile({ type: 'asset', name: 'engine.js', source: text });
      // Vite replaces this mark with the file's final address, the site's base included.
      return `export default "__VITE_ASSET__${file}__";`;
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (!request.url?.split('?')[0]?.endsWith(devPath)) return next();
        try {
          const { text } = await scripts().engine;
          response.setHeader('content-type', 'text/javascript');
          response.setHeader('cache-control', 'no-store');
          response.end(text);
        } catch (error) {
          next(error);
        }
      });
      server.watcher.on('change', async (file) => {
        const all = made && [...(await made.engine).files, ...(await made.supervisor).files];
        if (!all?.includes(file)) return;
        made = undefined;
        for (const id of [engine, supervisor]) {
          const module = server.moduleGraph.getModuleById(`\0${id}`);
          if (module) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
