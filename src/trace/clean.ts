/**
 * Values and names come from learner programs, so a trace may hold anything: line breaks, terminal escapes, marks that
 * turn the reading direction. Every view passes its words through `clean` first, so one event stays one line.
 */

// Control characters, line and paragraph separators, invisible marks, direction overrides, lone surrogates.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Returns `text` with every character that is invisible or could rearrange the line written as an escape. */
export function clean(text: string): string {
  return text.replace(UNSAFE, (c) => NAMED[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Shortens to `max` cells; the last cell is then `…`. */
export function shorten(text: string, max: number): string {
  if (cells(text) <= max) return text;
  let out = '';
  let used = 0;
  for (const c of text) {
    const width = cells(c);
    if (used + width > max - 1) break;
    out += c;
    used += width;
  }
  return `${out}…`;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const ZERO = /\p{Mark}|\u200d/u;

/** Width in cells of a fixed-width face: 2 for CJK and emoji, 0 for combining marks. */
export function cells(text: string): number {
  let count = 0;
  for (const c of text) count += ZERO.test(c) ? 0 : WIDE.test(c) ? 2 : 1;
  return count;
}

/** Pads `text` on the right, or on the left with `align: 'end'`, to `width` cells. */
export function pad(text: string, width: number, align: 'start' | 'end' = 'start'): string {
  const fill = ' '.repeat(Math.max(0, width - cells(text)));
  return align === 'end' ? fill + text : text + fill;
}
