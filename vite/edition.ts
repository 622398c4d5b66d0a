/** Builds an instructor's edition: its language, its content in place of the course's, and put together anew when an author saves a file of their own. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { ASSEMBLED, contentOf, type OpenEdition } from '../src/lesson/edition/index.ts';
import { words } from './words.ts';

/** Modules that read the files beside lessons name the course's folder; Vite wants such names as they stand in the text. */
const course = '/content/lessons/';

function redirect(root: string): Plugin {
  return {
    name: 'happens-before:edition',
    enforce: 'pre',
    transform: (code, id) => (id.startsWith(path.join(root, 'src')) && code.includes('import.meta.glob') && code.includes(course) ? { code: code.replaceAll(course, `/${ASSEMBLED}/lessons/`), map: null } : undefined),
  };
}

/** Where scripts/build.mjs finds the language by whose words the lessons are to be searched, where that is not the interface's. */
const SEARCHED_IN = '.cache/search-language';

export function edition(opened: OpenEdition, root: string): AstroIntegration {
  const isAssembled = opened.content !== path.join(root, 'content');
  return {
    name: 'happens-before:edition',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [words(root, opened.language, opened.words), ...(isAssembled ? [redirect(root)] : [])] } });
      },
      'astro:build:done': () => {
        const file = path.join(root, SEARCHED_IN);
        rmSync(file, { force: true });
        const searched = opened.own === undefined ? 'en' : (opened.contentLanguage ?? opened.language);
        if (searched === opened.language) return;
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, searched);
      },
      'astro:server:setup': ({ server, logger }) => {
        const sources = [opened.own, opened.file, ...(isAssembled ? [path.join(root, 'content')] : [])].filter((each) => each !== undefined);
        server.watcher.add(sources);
        server.watcher.on('all', (_, file) => {
          if (!isAssembled || !sources.some((source) => file.startsWith(source))) return;
          try {
            contentOf(opened, root);
          } catch (error) {
            logger.error(error instanceof Error ? error.message : String(error));
          }
        });
      },
    },
  };
}
