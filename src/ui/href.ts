/**
 * The address of a page or file of this site, wherever the site is put.
 *
 * `href('/glossary/#race')` is `/some/sub/path/glossary/#race` when the course lives under `/some/sub/path`. Every link
 * goes through here; a link that does not will break for those who host the course elsewhere.
 */
export function href(path: string, base: string = import.meta.env.BASE_URL): string {
  if (!path.startsWith('/')) return path;
  return base.replace(/\/$/, '') + path;
}
