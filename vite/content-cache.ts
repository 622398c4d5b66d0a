/** Where Astro keeps the content that it has read. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What content is read by. Astro itself looks at `content.config.ts` alone, not at what that imports. */
const READ_BY = ['src/content.config.ts', 'src/lesson/schemas.ts', 'src/lesson/fields.ts'];

/**
 * A folder for each way to read it: an entry that another version of the course has read lacks the fields that are new in this one, and Astro would not read it again. After an upgrade the
 * folder of before is removed.
 *
 * @param kind the course itself and an edition have a folder each: Astro would take the same lesson in two folders for two
 */
export function contentCache(root: string, kind: 'course' | 'edition'): string {
  const hash = createHash('sha256');
  for (const file of READ_BY) hash.update(readFileSync(path.join(root, file)));
  const name = `content-${kind}-${hash.digest('hex').slice(0, 10)}`;
  const caches = path.join(root, '.cache');
  for (const other of foldersIn(caches)) if (other.startsWith(`content-${kind}-`) && other !== name) rmSync(path.join(caches, other), { recursive: true, force: true });
  return `.cache/${name}`;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
