import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Where an author can mend a file of the content: an edition is put together in a folder of its own, and what is written there lasts until the next build.
 *
 * @param own the folder of an instructor's own lessons, if there is one
 * @param file as problems name it: `content/lessons/…`, in the checkout or in the folder that was put together
 */
export function authorsFile(own: string | undefined, file: string): string {
  const below = /(?:^|[\\/])content[\\/](.+)$/.exec(file)?.[1];
  if (below === undefined) return file;
  const mine = own === undefined ? undefined : path.join(own, below);
  return mine !== undefined && existsSync(mine) ? path.relative(process.cwd(), mine) : path.join('content', below);
}
