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

/** `content/parts/1-foundations.md` is the part `foundations`. */
const parts = (): string[] =>
  readdirSync(fileURLToPath(new URL('../content/parts/', import.meta.url))).map((file) => file.replace(/^\d+-|\.md$/g, ''));

/** The pages of the parts themselves: `foundations/`. */
export const partPages = (): string[] => parts().map((part) => `${part}/`);

/** The pages of the lessons: `foundations/every-order/`. */
export const lessonPages = (): string[] =>
  sitePages().filter((address) => address.split('/').length === 3 && parts().includes(address.split('/')[0]!));
