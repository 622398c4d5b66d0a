/** Tables that a script writes into a page of docs, each between two marks of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * `text` with `content` between `<!-- name -->` and `<!-- /name -->`, each on a line of its own, in place of what stood there.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} content Without a line break at its end.
 * @param {string} where What `text` is, for the message if it has no such place.
 */
export function betweenMarks(text, name, content, where) {
  const [open, close] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const start = text.indexOf(open);
  // From the end of the first mark's line on, but for its line break: what is between may be empty.
  const end = text.indexOf(close, start + open.length - 1);
  if (start < 0 || end < 0) throw new Error(`${where} has no place for '${name}'. Try: write <!-- ${name} --> and <!-- /${name} --> into it, each on a line.`);
  return text.slice(0, start + open.length) + content + text.slice(end);
}

/** The same in a file. */
export function putBetweenMarks(file, name, content) {
  writeFileSync(file, betweenMarks(readFileSync(file, 'utf8'), name, content, path.basename(file)));
}
