/** Numbers and lists as a language writes them. Nothing is made before it is needed: every page brings this along. */
const formats = new Map<string, Intl.NumberFormat>();

/** `1,234.5`; at most six digits after the point. */
export function numberIn(language: string, value: number): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  formats.set(language, format);
  return format.format(value);
}

/** `a, b and c`: `and` is the word before the last, with the space on its left. */
export const listWith = (and: string, words: readonly (string | number)[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${and} ${words.at(-1)}`);
