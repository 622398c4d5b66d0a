/** A piece of a sentence: words, stressed words, or code. */
export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
  readonly isStressed?: true;
}

/** What stands between two backquotes, or, as words on their own, between two asterisks: `2 * x * y` and `a*2 b*2` are neither. */
const MARKED = /(`[^`]+`|(?<![\w*])\*(?=[^\s*])[^*`]+(?<=\S)\*(?![\w*]))/;

/** A sentence in pieces: what stands between two backquotes is code, between two asterisks stressed. A mark without a partner stands for itself. */
export const wordsAndCode = (sentence: string): readonly Piece[] =>
  sentence
    .split(MARKED)
    .map((text, index): Piece => {
      // Every other piece is what the marks have found.
      if (index % 2 === 0) return { text, isCode: false };
      return { text: text.slice(1, -1), isCode: text.startsWith('`'), ...(text.startsWith('*') && { isStressed: true }) };
    })
    .filter(({ text }) => text !== '');
