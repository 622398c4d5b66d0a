/** One cell of CSV. A spreadsheet would run a text that starts like a formula, so such a text gets a quote in front. */
export function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV: UTF-8 with a mark, which Excel needs to read names, and the ends of lines of RFC 4180. */
export const csv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
