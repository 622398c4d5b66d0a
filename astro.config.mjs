import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEdition } from './src/lesson/edition/index.ts';
import { codeThemes } from './src/ui/code-themes.ts';
import { contentCache } from './vite/content-cache.ts';
import { edition } from './vite/edition.ts';
import { live } from './vite/live.ts';
import { offline } from './vite/offline.ts';

/** Vite prints this once per MDX file for a directive that Astro writes itself. Everything else still shows. */
const quiet = (level, log, next) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
};

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');
const opened = openEdition(root);
// The content is read by Astro, by Vite and by pages; all of them look here.
process.env.COURSE_CONTENT = opened.content;

export default defineConfig({
  // A course lives under any sub-path of any host: COURSE_BASE=/some/sub/path. COURSE_SITE (https://…) is only needed for canonical links.
  base: process.env.COURSE_BASE ?? '/',
  site: process.env.COURSE_SITE ?? opened.site,
  output: 'static',
  cacheDir: contentCache(root, opened.content === path.join(root, 'content') ? 'course' : 'edition'),
  trailingSlash: 'always',
  // One stylesheet that every page shares, and scripts in files: the content policy then needs no hash for them.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // For authors: measurements can then be made in the development server. The site itself asks no host for these.
  server: { headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } },
  devToolbar: { enabled: false },
  integrations: [edition(opened, root), mdx(), live(), offline()],
  markdown: {
    shikiConfig: {
      themes: codeThemes,
      defaultColor: false,
    },
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Several stylesheets would each ask a slow line for a connection before anything is painted (docs/notes/reading-shell.md).
      cssCodeSplit: false,
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      rolldownOptions: { onLog: quiet },
    },
  },
});
