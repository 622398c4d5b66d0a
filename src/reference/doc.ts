import type ts from 'typescript';
import type { Doc, Param } from './types.ts';

type TypeScript = typeof ts;

const SOURCE = /^Semantics mirrored:/;

/** The docstring of `node`, taken apart. Of several declarations in one file the overloads share the first one's. */
export function docOf(ts: TypeScript, node: ts.Node): Doc {
  const comments = ts.getJSDocCommentsAndTags(node).filter((part) => ts.isJSDoc(part));
  return parse(ts, comments.at(-1));
}

export function parse(ts: TypeScript, comment: ts.JSDoc | undefined): Doc {
  const paragraphs = plain(ts, comment?.comment).split(/\n\s*\n/);
  const tags: readonly ts.JSDocTag[] = [...(comment?.tags ?? [])];
  const texts = (name: string): string[] => tags.filter((tag) => tag.tagName.text === name).map((tag) => plain(ts, tag.comment));
  const source = paragraphs.filter((paragraph) => SOURCE.test(paragraph)).map((paragraph) => oneLine(paragraph.replace(SOURCE, '')));
  return {
    text: paragraphs.filter((paragraph) => !SOURCE.test(paragraph)).join('\n\n'),
    params: tags.filter((tag): tag is ts.JSDocParameterTag => ts.isJSDocParameterTag(tag)).map((tag): Param => ({ name: tag.name.getText(), text: plain(ts, tag.comment) })),
    returns: texts('returns')[0],
    throws: tags.filter((tag): tag is ts.JSDocThrowsTag => ts.isJSDocThrowsTag(tag)).map((tag) => thrown(ts, tag)),
    examples: texts('example'),
    source: source.length === 0 ? undefined : source.join(' '),
    rules: texts('rules').flatMap((text) => text.split(/[\s,]+/).filter((word) => word !== '')),
  };
}

/** Nothing said at all. */
export const isSilent = (doc: Doc): boolean => doc.text === '' && doc.throws.length === 0 && doc.examples.length === 0;

/** TypeScript reads `@throws Panic "…"` as text, and `@throws {Panic} …` as a type and text. Both are written the first way here. */
function thrown(ts: TypeScript, tag: ts.JSDocThrowsTag): string {
  const type = tag.typeExpression?.type.getText();
  return oneLine([type, plain(ts, tag.comment)].filter(Boolean).join(' '));
}

function plain(ts: TypeScript, comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\r/g, '').trim();
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();
