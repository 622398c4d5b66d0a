/**
 * Builds the two scripts of the sandbox. Used by the Vite plugin, by `runInNode` and by the tests, so that one and the same
 * text gives the verdict everywhere. Runs in Node only.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Script {
  readonly text: string;
  /** Source expression for a content policy: `'sha256-…'`. */
  readonly hash: string;
  /** The files it was made from. */
  readonly files: readonly string[];
}

/** The site's build moves this module into a chunk, so the folder of sources is looked for rather than assumed. */
function sources(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'src/sandbox/realm/main.ts'))) return join(folder, 'src/sandbox');
  }
  throw new Error(`the sandbox's sources are not in a folder above ${here}`);
}

/**
 * What the engine may still use after the realm is closed. The bundle sees these names as parameters of the function around
 * it; code made later by `new Function`, which is all that a learner writes, sees the global scope only.
 */
// Strict, so that no function of it can be had as the `caller` of a learner's.
const before = '"use strict";((performance, structuredClone) => {';
const after = '})({ now: performance.now.bind(performance) }, globalThis.structuredClone);';

async function build(entry: string, options: { readonly alias?: Record<string, string>; readonly wrap?: boolean }): Promise<Script> {
  // Loaded only where something is bundled: the command line bundles nothing.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: entry,
    cwd: dirname(dirname(dirname(entry))),
    platform: 'neutral',
    resolve: { alias: options.alias ?? {}, mainFields: ['module', 'main'] },
    transform: { target: 'es2022' },
    // Also keeps a warning about `eval` quiet: compiling the learner's program is what this bundle is for.
    onLog: () => {},
  });
  // A trace says `Chan { capacity: 2 }` of a channel that is sent, by the name of its class.
  const minify = { compress: true, codegen: true, mangle: { keepNames: { function: false, class: true } } };
  const { output } = await bundle.generate({ format: 'iife', minify, codeSplitting: false });
  await bundle.close();
  const [chunk] = output;
  const code = chunk.code.trim();
  const text = options.wrap ? `${before}${code}\n${after}` : code;
  const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return { text, hash, files: chunk.moduleIds };
}

/** The script of the worker: engine, compiler and realm. `engine` replaces '#engine' in tests; without Lambda it is a seventh shorter. */
export const bundleEngine = ({ engine, lambda = true }: { readonly engine?: string | undefined; readonly lambda?: boolean } = {}): Promise<Script> =>
  build(join(sources(), 'realm/main.ts'), {
    wrap: true,
    alias: { ...(engine === undefined ? {} : { '#engine': engine }), ...(lambda ? {} : { '#runtime/lambda': join(sources(), 'realm/no-lambda.ts') }) },
  });

/** Where the same can be imported from, without a bundle. */
export const engineSources = (): string => pathToFileURL(join(sources(), 'realm/main.ts')).href;

/** The inline script of the frame. It stands in HTML, so it must not contain anything that ends a script element. */
export async function bundleSupervisor(): Promise<Script> {
  const script = await build(join(sources(), 'supervisor.ts'), {});
  if (/<\/script|<!--/i.test(script.text)) throw new Error('the supervisor contains text that would end its script element');
  return script;
}
