/**
 * Puts the sandbox's scripts into the site: the supervisor as text with its hash, the engine as a hashed file of its own that
 * a page loads on the first run.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { bundleEngine, bundleSupervisor, type Script } from '../src/sandbox/bundle.ts';

/** Module → how to make the script whose address it gives. The stand-in is for the sandbox's own tests. */
const workers: Record<string, () => Promise<Script>> = {
  'virtual:sandbox/engine': () => bundleEngine({ lambda: false }),
  'virtual:sandbox/engine-with-lambda': () => bundleEngine(),
  'virtual:sandbox/stand-in': () =>
    bundleEngine({ engine: fileURLToPath(new URL('../src/sandbox/testing/fake-engine.ts', import.meta.url)) }),
};
const supervisor = 'virtual:sandbox/supervisor';
const devPath = '/@sandbox/';

/** Scripts made so far. In a server they are made again when a source changes. */
function makeScripts() {
  const made = new Map<string, Promise<Script>>();
  const get = (id: string): Promise<Script> => {
    const script = made.get(id) ?? (id === supervisor ? bundleSupervisor() : workers[id]!());
    made.set(id, script);
    // A source with a fault: try again at the next request.
    script.catch(() => made.delete(id));
    return script;
  };
  const outdate = async (file: string): Promise<readonly string[]> => {
    const all = await Promise.all(
      [...made].map(async ([id, script]) => ((await script.catch(() => undefined))?.files.includes(file) ? id : undefined)),
    );
    const hit = all.filter((id): id is string => id !== undefined);
    for (const id of hit) made.delete(id);
    return hit;
  };
  return { get, outdate };
}

export function sandbox(): Plugin {
  let building = false;
  let base = '/';
  const scripts = makeScripts();
  return {
    name: 'happens-before:sandbox',
    config: () => ({ ssr: { external: ['rolldown'] } }),
    configResolved(config) {
      building = config.command === 'build';
      base = config.base;
    },
    resolveId: (id) => (id === supervisor || id in workers ? `\0${id}` : undefined),
    async load(loaded) {
      const id = loaded.slice(1);
      if (!loaded.startsWith('\0virtual:sandbox/')) return undefined;
      if (id === supervisor) {
        const { text, hash } = await scripts.get(id);
        return `export const text = ${JSON.stringify(text)};\nexport const hash = ${JSON.stringify(hash)};`;
      }
      if (!building) return `export default ${JSON.stringify(`${base.replace(/\/$/, '')}${devPath}${id}.js`)};`;
      const file = this.emitFile({ type: 'asset', name: `${id.slice(id.indexOf('/') + 1)}.js`, source: (await scripts.get(id)).text });
      // Vite replaces this mark with the file's final address, the site's base included.
      return `export default "__VITE_ASSET__${file}__";`;
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const id = new RegExp(`${devPath}(.+)\\.js$`).exec(request.url?.split('?')[0] ?? '')?.[1];
        if (id === undefined || !(id in workers)) return next();
        try {
          const { text } = await scripts.get(id);
          response.setHeader('content-type', 'text/javascript');
          response.setHeader('cache-control', 'no-store');
          response.end(text);
        } catch (error) {
          next(error);
        }
      });
      server.watcher.on('change', async (file) => reload(server, await scripts.outdate(file)));
    },
  };
}

function reload(server: ViteDevServer, ids: readonly string[]): void {
  if (ids.length === 0) return;
  for (const id of ids) {
    const module = server.moduleGraph.getModuleById(`\0${id}`);
    if (module) server.moduleGraph.invalidateModule(module);
  }
  server.ws.send({ type: 'full-reload' });
}
