import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every module of Monaco and Shiki that the editor loads, read from its sources so that no list has to be kept in step. */
export function monacoEntries(root: string): string[] {
  const folder = join(root, 'src/editor');
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/\.(d|test)\.ts$/.test(name))
    .map((name) => join(folder, name));
  const texts = [...sources, join(root, 'src/ui/code-themes.ts')].map((file) => readFileSync(file, 'utf8'));
  const imports = /^import (?!type ).*?'((?:monaco-editor|shiki|@shikijs\/monaco)[^'?]*)(?:\?worker)?'/gm;
  return [...new Set(texts.flatMap((text) => [...text.matchAll(imports)].map((found) => found[1]!)))];
}
