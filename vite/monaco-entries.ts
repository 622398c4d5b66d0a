import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every module of Monaco and Shiki that the editor names, read from its sources so that no list has to be kept in step. */
export function monacoEntries(root: string): string[] {
  const folder = join(root, 'src/editor');
  const texts = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.d.')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/(?:from|import) '((?:monaco-editor|shiki|@shikijs\/monaco)[^'?]*)'/g)].map((found) => found[1]!));
  return [...new Set(names)].filter((name) => name !== 'monaco-editor');
}
