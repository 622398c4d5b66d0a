/** What a lesson's MDX says and shows: its sentences, its headings, and the components in it. Parsed, not guessed at. */
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { syllable } from 'syllable';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

export interface Prose {
  /** Words of the text and of captions: no code blocks, no listings, no other attributes of components. */
  readonly words: number;
  readonly sentences: number;
  /** Flesch–Kincaid: the school year, of the United States, in which the text can be read. One decimal. */
  readonly grade: number;
  /** Without the title. */
  readonly headings: readonly string[];
  /** `Program`, `Predict`, …, once for each use. */
  readonly components: readonly string[];
}

const reader = unified().use(remarkParse).use(remarkMdx);
const sentencesOf = new Intl.Segmenter('en', { granularity: 'sentence' });

/** @throws the parser's own error, with line and column, if the MDX cannot be read. */
export function readProse(mdx: string): Prose {
  const tree = reader.parse(mdx);
  const headings: string[] = [];
  const components: string[] = [];
  const paragraphs: string[] = [];
  visit(tree, (node) => {
    if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^[A-Z]/.test(node.name ?? '')) {
      components.push(node.name ?? '');
      for (const attribute of node.attributes) {
        if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'caption' && typeof attribute.value === 'string') paragraphs.push(attribute.value);
      }
    }
    if (node.type === 'heading') {
      headings.push(toString(node));
      return SKIP;
    }
    // A component alone on its line is no paragraph, though it may hold some: those are visited in their turn.
    if (node.type === 'paragraph' || node.type === 'tableCell') paragraphs.push(proseOf(node));
    return undefined;
  });
  const sentences = paragraphs.flatMap((text) => [...sentencesOf.segment(text)].map(({ segment }) => segment)).filter((one) => wordsOf(one).length > 0);
  const words = paragraphs.flatMap(wordsOf);
  return { words: words.length, sentences: sentences.length, grade: fleschKincaid(words, sentences.length), headings, components };
}

/** The text of a paragraph. A name in code counts as one word, however it is spelled. */
function proseOf(paragraph: Parameters<typeof toString>[0]): string {
  const parts: string[] = [];
  visit(paragraph as Parameters<typeof visit>[0], (node) => {
    if (node.type === 'inlineCode') parts.push(' code ');
    else if (node.type === 'text') parts.push((node as unknown as { value: string }).value);
  });
  return parts.join('');
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

/** Kincaid and others, 1975. 0 for a text without words. */
function fleschKincaid(words: readonly string[], sentences: number): number {
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return Math.round((0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59) * 10) / 10;
}
