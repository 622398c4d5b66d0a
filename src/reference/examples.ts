/**
 * The examples of docstrings: each is a whole program, but for its imports, and says in comments what comes of it.
 *
 * A comment behind a `console.log` is all that this line prints in a run: `// 42`; `// 1, 4, 9` if it prints several times; `// tea or coffee` if orders
 * differ, with `nothing` for an order that never comes here; `…` stands for any text. Of a line that prints by other means it begins with `prints`.
 * `// panics: …`, `// throws: …` and `// deadlock` say how some run ends.
 */
import type { Module } from './types.ts';

export interface Claim {
  readonly line: number;
  /** What the line may print. Every one of them happens in some order, and nothing else does. */
  readonly ways: readonly string[];
}

export interface EndClaim {
  readonly line: number;
  readonly end: 'panic' | 'error' | 'deadlock';
  readonly message: string;
}

const COMMENT = /(?:^|\s)\/\/ (.+)$/;
const ENDS = { panics: 'panic', throws: 'error', deadlock: 'deadlock' } as const;
const END = /^(panics|throws|deadlock)(?:: (.*))?$/;

export function claimsOf(example: string): { readonly prints: readonly Claim[]; readonly ends: readonly EndClaim[] } {
  const prints: Claim[] = [];
  const ends: EndClaim[] = [];
  for (const [index, text] of example.split('\n').entries()) {
    const comment = COMMENT.exec(text)?.[1]?.trim();
    const end = comment === undefined ? null : END.exec(comment);
    if (end) ends.push({ line: index + 1, end: ENDS[end[1] as keyof typeof ENDS], message: end[2] ?? '' });
    else if (comment !== undefined && (text.includes('console.log(') || comment.startsWith('prints '))) prints.push({ line: index + 1, ways: comment.replace(/^prints /, '').split(' or ') });
  }
  return { prints, ends };
}

/** Whether `printed`, in which `…` may stand for anything on the claim's side, is what `way` says. */
export function isAsClaimed(printed: string, way: string): boolean {
  const wanted = way === 'nothing' ? '' : way;
  const parts = wanted.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`).test(printed);
}

/** The import that an example leaves out: all that it names and `module` exports, other modules where the example says so itself. */
export function importLine(example: string, module: Module): string {
  const bare = example.replace(/\/\/.*$/gm, '').replace(/'(?:[^'\\]|\\.)*'/g, "''");
  const imported = [...bare.matchAll(/^import (?:type )?\{([^}]*)\}/gm)].flatMap(([, names]) => (names as string).split(',').map((name) => name.replace(/\btype\b/, '').trim()));
  const declared = [...bare.matchAll(/\b(?:const|let|var|function|class)\s+(\w+)/g)].map(([, name]) => name);
  const names = module.entries
    .filter(({ name }) => !name.includes('.') && !imported.includes(name) && !declared.includes(name) && new RegExp(`(?<![.\\w'])${name}\\b(?!')`).test(bare))
    .map(({ name, kind }) => (kind === 'interface' || kind === 'type' ? `type ${name}` : name))
    .sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', '')));
  return names.length === 0 ? '' : `import { ${names.join(', ')} } from '${module.specifier}';`;
}

/** The example as a program that runs as it stands. Its own lines come after `offset` lines. */
export function programOf(example: string, module: Module): { readonly text: string; readonly offset: number } {
  const line = importLine(example, module);
  return line === '' ? { text: `${example}\n`, offset: 0 } : { text: `${line}\n${example}\n`, offset: 1 };
}
