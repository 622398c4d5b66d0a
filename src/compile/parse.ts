import { Parser } from 'acorn';
import { tsPlugin } from '@sveltejs/acorn-typescript';
import type { Node } from './ast.ts';
import type { Problems } from './problem.ts';

/** `await` parses everywhere; `refuse` reports the ones outside an async function, with the name of that function. */
const TypeScript = class extends Parser.extend(tsPlugin()) {
  get canAwait(): boolean {
    return true;
  }
};

interface Failure {
  readonly message: string;
  readonly pos: number;
  readonly loc: { readonly line: number; readonly column: number };
}

/** The text as the rest of this folder wants it: line ends are `\n`, no byte order mark, no `#!` line. Lines and columns stay. */
export const normalize = (text: string): string => text.replace(/^\uFEFF/, ' ').replace(/\r\n?/g, '\n').replace(/^#!.*/, '');

/** The tree of one file, or undefined after adding a problem. */
export function parse(source: string, file: string, problems: Problems): Node | undefined {
  try {
    return TypeScript.parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true, allowHashBang: true }) as unknown as Node;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { message, pos, loc } = error as unknown as Failure;
    const { text, hint } = explain(message.replace(/ \(\d+:\d+\)$/, ''), source, pos);
    problems.add(file, { line: loc.line, column: loc.column + 1 }, text, { hint });
    return undefined;
  }
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The parser's message in our words: lower case, and naming what stands at the place. */
function explain(message: string, source: string, pos: number): { text: string; hint?: string } {
  if (message === 'Unexpected token') {
    const found = /^(?:[\p{ID_Continue}$]+|.)/u.exec(source.slice(pos))?.[0];
    if (found === undefined) return { text: 'the program ends in the middle of something', hint: 'close every {, ( and [ that is open.' };
    const opener = pairs[found];
    return {
      text: `unexpected "${found}"`,
      ...(opener === undefined ? {} : { hint: `look for a missing "${opener}" before this place, or something left out.` }),
    };
  }
  if (message.startsWith('Unterminated string')) return { text: 'this string has no end on its line', hint: 'close the quotation mark, or use `…` for text of several lines.' };
  if (message === "'with' in strict mode") return { text: '"with" is not allowed: it hides which variables the program uses', hint: 'name the object: `o.x` instead of `x`.' };
  if (message.startsWith('Using declaration cannot appear')) return { text: '"using" cannot stand directly in a case', hint: 'put the case into braces.' };
  return { text: message.replace(/'([^']*)'/g, '"$1"').replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()).replace(/\.$/, '') };
}
