/** How much of a word that was asked for has to be in what was found, from its beginning. Stems of long words differ by their ends. */
const LEAST_SHARE = 0.5;
const FEWEST = 3;

/**
 * Whether what was found has to do with what was asked for. Pagefind takes the longest word of its index that the one asked for begins with, if there is no better one:
 * for "xyzzy" it gives every page with an "x". `marked`: the words that it has found.
 */
export function isRelated(asked: string, marked: readonly string[]): boolean {
  const wanted = wordsOf(asked);
  // Nothing but signs: whoever found something knows better.
  if (wanted.length === 0 || marked.length === 0) return true;
  const found = marked.flatMap((words) => [...wordsOf(words), ...wordsOf(words.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))]);
  return wanted.some((word) =>
    found.some((other) => commonStart(word, other) >= Math.min(word.length, Math.max(FEWEST, Math.ceil(word.length * LEAST_SHARE)))),
  );
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** The words that Pagefind has marked in an excerpt. */
export const markedIn = (excerpt: string): readonly string[] =>
  [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, word]) => word as string);
