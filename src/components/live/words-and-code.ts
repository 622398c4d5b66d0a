/** A piece of a sentence: words, or code. */
export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** A sentence in pieces: what stands between two backquotes is code. A backquote without a partner stands for itself. */
export const wordsAndCode = (sentence: string): readonly Piece[] =>
  sentence
    .split(/(`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text) => (/^`[^`]+`$/.test(text) ? { text: text.slice(1, -1), isCode: true } : { text, isCode: false }));
