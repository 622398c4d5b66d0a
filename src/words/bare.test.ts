import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The page for those who change the lanes; readers are not led there. */
const LEFT = new Set(['src/pages/lab/lanes.astro']);
/** Keys of the keyboard. */
const NAMES = new Set(['Enter', 'Esc']);
/** What a reader sees or hears of an element besides its text. */
const SPOKEN = /^(aria-label|title|placeholder|alt|label|description)$/;

/** Operators of which either side may be what is shown. */
const OFFERS = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken]);

/** The template of a component as JSX, which it is but for a few things that hold no words. */
function templateOf(text: string): string {
  const body = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<script\b[^>]*\/>/g, '')
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/<!doctype html>/i, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  return `<>${body}</>`;
}

/** Words that stand in a template themselves: as text, as what is said of an element, or as one of two texts to choose from. */
function bareWords(template: string): string[] {
  const file = ts.createSourceFile('template.tsx', template, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  if (parseDiagnostics.length > 0) return parseDiagnostics.map(({ messageText }) => `cannot be read: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  const found: string[] = [];
  const keep = (text: string): void => {
    const words = text.replace(/&\w+;/g, '').trim();
    if (/\p{L}{2}/u.test(words) && !NAMES.has(words)) found.push(words);
  };
  const shown = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) keep(node.text);
    else if (ts.isTemplateExpression(node)) [node.head, ...node.templateSpans.map(({ literal }) => literal)].forEach(({ text }) => keep(text));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(shown);
    else if (ts.isBinaryExpression(node) && OFFERS.has(node.operatorToken.kind)) [node.left, node.right].forEach(shown);
    else if (ts.isParenthesizedExpression(node)) shown(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) shown(node.expression);
    if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) keep(node.initializer.text);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) shown(node.initializer.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('stylesheets', () => {
  it('draw signs and what an element says of itself, and no words', () => {
    const files = globSync('src/styles/*.css');
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((file) => readFileSync(file, 'utf8').match(/content:\s*(?:'[^']*\p{L}{2,}|"[^"]*\p{L}{2,})[^;]*/gu) ?? [])).toEqual([]);
  });
});

describe('templates', () => {
  it('the test finds words where they stand', () => {
    expect(bareWords('<><p title="A title">Text {count} {is ? `of ${one}` : "two more"}</p></>')).toEqual(['A title', 'Text', 'of', 'two more']);
    expect(bareWords('<><p class="wide" title={words.title}>{words.text} · {1}</p></>')).toEqual([]);
  });

  const files = globSync('src/{components,layouts,pages}/**/*.astro').map((file) => file.replaceAll('\\', '/')).filter((file) => !LEFT.has(file)).sort();

  it.each(files)('%s has its words from the catalogue', (file) => {
    expect(bareWords(templateOf(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
