/** Characters that would change how a line of a report reads: controls, ends of lines, and marks that turn the direction of writing. */
const odd = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** A text of a stranger as one line of at most `longest` characters. */
export function clean(text: string, longest: number): string {
  const line = text.replace(odd, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
