import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
export const BASE = process.env.COURSE_BASE ?? '/';

/** The address of every page that was built, relative to the site's own: `''`, `foundations/every-order/`, … */
export function sitePages(): string[] {
  if (!existsSync(path.join(DIST, 'index.html'))) throw new Error('There is no dist/. Run npm run build first; npm test does.');
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.relative(DIST, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}
