/** The pages of docs/spec: which there are, and what can be linked to in them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface RulesPage {
  /** `threading-locks` */
  readonly id: string;
  readonly title: string;
  /** Ids of its sections: `rlock`. */
  readonly sections: readonly string[];
  /** `MX1`, `MX2` … */
  readonly rules: readonly string[];
}

/** A heading's id, as Markdown gives it. */
const slug = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').trim().replace(/\s+/g, '-');

export function readRules(root: string): RulesPage[] {
  const folder = path.join(root, 'docs/spec');
  return readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return {
      id: name.replace(/\.md$/, ''),
      title: /^# (.+)$/m.exec(text)?.[1] ?? name,
      sections: [...text.matchAll(/^##+ (.+)$/gm)].map(([, heading]) => slug(heading as string)),
      rules: [...text.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(([, id]) => id as string),
    };
  });
}
