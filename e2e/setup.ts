import { serve } from '../scripts/lib/static-server.mjs';
import { BASE, DIST, sitePages } from './site.ts';

/** Serves dist/ for all specs, on a port of its own: several runs on one machine do not meet. */
export default async function setup(): Promise<() => Promise<void>> {
  sitePages();
  const server = await serve({ folder: DIST, port: 0, base: BASE });
  process.env.COURSE_URL = server.url;
  return server.close;
}
