/** A setting of a program is a number that it writes down by name: `const reserved = 60;`, `reserved: 60,`. */

const place = (name: string): RegExp => new RegExp(`((?:^|[^.\\w$])${name}(?:\\s*:\\s*number)?\\s*[=:]\\s*)(-?\\d[\\d_]*(?:\\.\\d+)?)(?![\\w$])`, 'gm');

/** How often `name` is written down with a number. */
export const countSetting = (text: string, name: string): number => [...text.matchAll(place(name))].length;

/** The number that the program has for `name`; undefined if it has none, or more than one. */
export function readSetting(text: string, name: string): number | undefined {
  const [found, ...more] = text.matchAll(place(name));
  return found === undefined || more.length > 0 ? undefined : Number((found[2] as string).replaceAll('_', ''));
}

/** The program with `value` for `name`. As it was where there is no such number, or more than one. */
export function writeSetting(text: string, name: string, value: number): string {
  return readSetting(text, name) === undefined ? text : text.replace(place(name), (_, before: string) => `${before}${value}`);
}
