/** The built site, served for as long as a measurement lasts. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/install.mjs';
import { serve } from '../lib/static-server.mjs';
import { lessonPages, sitePages } from '../../e2e/site.ts';

export const DIST = path.join(ROOT, 'dist');

/**
 * @template T
 * @param {(site: { url: string, pages: string[], lessons: string[] }) => Promise<T>} use
 * @param {Partial<import('../lib/static-server.mjs').Options>} [options] of the server
 * @returns {Promise<T>}
 */
export async function withSite(use, options = {}) {
  if (!existsSync(path.join(DIST, 'index.html'))) throw new Error('the site is not built; npm run build does it.');
  const server = await serve({ folder: DIST, port: 0, base: process.env.COURSE_BASE ?? '/', ...options });
  try {
    return await use({ url: server.url, pages: sitePages(), lessons: lessonPages() });
  } finally {
    await server.close();
  }
}
