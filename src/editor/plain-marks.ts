import { program } from '#words';
import type { Mark } from './types.ts';

const { editor: words } = program;

/** The marks of a text in the order of its lines, what is said of a line once. */
export const inOrder = (marks: readonly Mark[]): readonly Mark[] => [
  ...new Map(marks.toSorted((a, b) => a.line - b.line).map((mark) => [`${mark.line} ${mark.message}`, mark])).values(),
];

/** The next marked line after `line`, or the one before; after the last comes the first. */
export function nextMark(marks: readonly Mark[], line: number, step: 1 | -1): Mark | undefined {
  const sorted = inOrder(marks);
  if (step === 1) return sorted.find((mark) => mark.line > line) ?? sorted[0];
  return sorted.findLast((mark) => mark.line < line) ?? sorted.at(-1);
}

/**
 * The marks in words below the text, each a button that leads to its line: what the margin shows, for who does not see it. The text area
 * is described by them, so they are spoken where one arrives in it.
 */
export class MarkList {
  readonly element = document.createElement('div');
  readonly #head = document.createElement('p');
  readonly #list = document.createElement('ul');
  readonly #said = document.createElement('p');
  readonly #onLine: (line: number) => void;

  constructor(id: string, onLine: (line: number) => void) {
    this.#onLine = onLine;
    this.element.className = 'editor-marks';
    this.#head.id = `${id}-head`;
    this.#head.textContent = words.marked;
    this.#list.id = id;
    // The name is around the list and not on it: there it would be read in the place of the marks, where these describe the text area.
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-labelledby', this.#head.id);
    this.#said.className = 'visually-hidden';
    this.#said.setAttribute('role', 'status');
    this.element.append(this.#head, this.#list, this.#said);
    this.draw([]);
  }

  draw(marks: readonly Mark[]): void {
    this.#head.hidden = this.#list.hidden = marks.length === 0;
    this.#said.textContent = '';
    this.#list.replaceChildren(
      ...inOrder(marks).map(({ line, message, kind }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'live-line';
        button.textContent = program.outcome.line(line);
        button.addEventListener('click', () => this.#onLine(line));
        const item = document.createElement('li');
        item.dataset.mark = kind;
        item.append(button, ` ${message}`);
        return item;
      }),
    );
  }

  /** Speaks a mark that the caret has been put to. */
  say({ line, message }: Mark): void {
    this.#said.textContent = `${program.outcome.line(line)}: ${message}`;
  }
}
