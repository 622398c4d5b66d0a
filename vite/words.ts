/** Puts the interface's words of the edition in place of the English ones, so that scripts and pages bring one language and nothing else. */
import path from 'node:path';
import type { Plugin } from 'vite';
import type { Language, OwnWords } from '../src/words/catalogues.ts';

const PREFIX = '\0happens-before:words:';

/** `own`: words that the edition says otherwise, by their dotted paths. */
export function words(root: string, language: Language, own: OwnWords): Plugin {
  const folder = path.join(root, 'src/words').replaceAll('\\', '/');
  const groupOf = (key: string): string => key.slice(0, key.indexOf('.'));
  const groups = new Set(Object.keys(own).map(groupOf));
  return {
    name: 'happens-before:words',
    enforce: 'pre',
    resolveId(source, importer) {
      const from = importer?.replaceAll('\\', '/').replace(/\?.*$/, '');
      if (from === `${folder}/index.ts` && source === './en/index.ts') return `${folder}/${language}/index.ts`;
      const group = /^\.\/(\w+)\.ts$/.exec(source)?.[1];
      if (from === `${folder}/${language}/index.ts` && group !== undefined && groups.has(group)) return `${PREFIX}${group}`;
      return undefined;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const group = id.slice(PREFIX.length);
      const texts = Object.fromEntries(Object.entries(own).filter(([key]) => groupOf(key) === group).map(([key, text]) => [key.slice(group.length + 1), text]));
      return [
        `import { ${group} as given } from ${JSON.stringify(`${folder}/${language}/${group}.ts`)};`,
        `import { withOwn } from ${JSON.stringify(`${folder}/own.ts`)};`,
        `export const ${group} = /* @__PURE__ */ withOwn(given, ${JSON.stringify(texts)});`,
      ].join('\n');
    },
  };
}
