/** The few edits that a text area does not do by itself, as functions over text. */
export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** Put `text` in place of what is between `from` and `to`, then select `select`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: Selected;
}

const unit = '  ';

/** The whole lines that a selection touches. */
function touched(text: string, { start, end }: Selected): { from: number; to: number; lines: string[] } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const found = text.indexOf('\n', end > start && text[end - 1] === '\n' ? end - 1 : end);
  const to = found === -1 ? text.length : found;
  return { from, to, lines: text.slice(from, to).split('\n') };
}

/** Tab: two spaces at the caret, or before every line of a selection. */
export function indent(text: string, selected: Selected): Edit {
  if (selected.start === selected.end) {
    const caret = selected.start + unit.length;
    return { from: selected.start, to: selected.end, text: unit, select: { start: caret, end: caret } };
  }
  const { from, to, lines } = touched(text, selected);
  const replaced = lines.map((line) => (line === '' ? line : unit + line)).join('\n');
  return { from, to, text: replaced, select: { start: from, end: from + replaced.length } };
}

/** Shift+Tab: takes up to two spaces from every line that the selection touches. */
export function outdent(text: string, selected: Selected): Edit {
  const { from, to, lines } = touched(text, selected);
  const cut = lines.map((line) => line.replace(/^ {1,2}/, ''));
  const replaced = cut.join('\n');
  const first = (lines[0]?.length ?? 0) - (cut[0]?.length ?? 0);
  const caret = Math.max(from, selected.start - first);
  const select = selected.start === selected.end ? { start: caret, end: caret } : { start: from, end: from + replaced.length };
  return { from, to, text: replaced, select };
}

/** Enter: a new line that starts where this one does, and a step further in after an opening bracket. */
export function newLine(text: string, selected: Selected): Edit {
  const line = text.slice(text.lastIndexOf('\n', selected.start - 1) + 1, selected.start);
  const deeper = /[{([]\s*$/.test(line) ? unit : '';
  const inserted = `\n${/^ */.exec(line)![0]}${deeper}`;
  const caret = selected.start + inserted.length;
  return { from: selected.start, to: selected.end, text: inserted, select: { start: caret, end: caret } };
}

/** Where a line begins, counted from 1; of one past the end, where the last one does. */
export function startOf(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return start;
    start = end + 1;
  }
  return start;
}
