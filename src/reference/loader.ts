import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { drawModule } from './draw.ts';
import { loadReference } from './load.ts';
import { nameFinder } from './names.ts';

/** The reference as a content collection: one entry per module, drawn. Astro keeps it until the docstrings change. */
export function referenceLoader(): Loader {
  return {
    name: 'happens-before:reference',
    async load({ store, config, renderMarkdown, generateDigest, watcher }) {
      const root = fileURLToPath(config.root);
      const refresh = async (): Promise<void> => {
        const modules = await loadReference(root);
        const find = nameFinder(modules);
        const render = async (markdown: string): Promise<string> => (markdown === '' ? '' : (await renderMarkdown(markdown)).html);
        for (const module of modules) {
          const digest = generateDigest({ ...module, modules: modules.map(({ entries }) => entries.map(({ name }) => name)) });
          if (store.get(module.name)?.digest === digest) continue;
          store.set({ id: module.name, data: { ...(await drawModule(module, { render, find })) }, digest });
        }
      };
      await refresh();
      watcher?.on('change', (file) => {
        if (file.startsWith(path.join(root, 'src/runtime'))) void refresh();
      });
    },
  };
}
