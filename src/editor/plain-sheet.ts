import { indent, newLine, outdent, startOf, type Selected } from './plain-edit.ts';
import type { EditorFile, Mark } from './types.ts';

interface Events {
  readonly onInput: () => void;
  readonly onRun: () => void;
  /** Where the caret is when F8 asks for the next mark, or with Shift for the one before. */
  readonly onSeek: (line: number, step: 1 | -1) => void;
}

/**
 * One file: a text area with line numbers. Tab moves on, as everywhere else in the page, until something has been typed; from then on
 * it indents, and Esc gives it back.
 */
export class Sheet {
  readonly area = document.createElement('textarea');
  readonly gutter = document.createElement('div');
  #tabIndents = false;
  #marks: readonly Mark[] = [];
  #lit: number | undefined;

  constructor({ code, isGiven = false }: EditorFile, events: Events) {
    const { area, gutter } = this;
    area.className = 'editor-area';
    area.value = code;
    area.readOnly = isGiven;
    Object.assign(area, { spellcheck: false, autocapitalize: 'off', autocomplete: 'off', wrap: 'off' });
    area.setAttribute('autocorrect', 'off');
    gutter.className = 'editor-gutter';
    gutter.setAttribute('aria-hidden', 'true');
    area.addEventListener('input', () => {
      this.#tabIndents = true;
      this.#marks = [];
      this.#draw();
      events.onInput();
    });
    area.addEventListener('keydown', (event) => this.#key(event, events));
    this.#draw();
  }

  set isShown(isShown: boolean) {
    this.area.hidden = this.gutter.hidden = !isShown;
  }

  set marks(marks: readonly Mark[]) {
    this.#marks = marks;
    this.#draw();
  }

  set lit(line: number | undefined) {
    this.#lit = line;
    this.#draw();
  }

  /** Replaces all of the text, so that undo can bring it back. The area has to be on show. */
  setCode(code: string): void {
    this.area.focus({ preventScroll: true });
    this.#replace({ from: 0, to: this.area.value.length, text: code, select: { start: 0, end: 0 } });
    this.#draw();
  }

  /** Puts the caret to the start of a line, and the line onto the screen. */
  goTo(line: number): void {
    const at = startOf(this.area.value, line);
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(at, at);
    this.reveal(line);
  }

  reveal(line: number): void {
    this.gutter.children[line - 1]?.scrollIntoView({ block: 'nearest' });
  }

  #key(event: KeyboardEvent, { onRun, onSeek }: Events): void {
    const { area } = this;
    const selected = { start: area.selectionStart, end: area.selectionEnd };
    if (event.key === 'Escape') this.#tabIndents = false;
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onRun();
    } else if (event.key === 'F8' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      onSeek(area.value.slice(0, selected.start).split('\n').length, event.shiftKey ? -1 : 1);
    } else if (event.key === 'Tab' && this.#tabIndents && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      this.#replace((event.shiftKey ? outdent : indent)(area.value, selected));
    } else if (event.key === 'Enter' && !event.isComposing && !event.shiftKey && !area.readOnly) {
      event.preventDefault();
      this.#replace(newLine(area.value, selected));
    }
  }

  /** Through the browser's own editing, so that undo knows of it. */
  #replace(edit: { readonly from: number; readonly to: number; readonly text: string; readonly select: Selected }): void {
    const { area } = this;
    area.setSelectionRange(edit.from, edit.to);
    if (!document.execCommand('insertText', false, edit.text)) area.setRangeText(edit.text);
    area.setSelectionRange(edit.select.start, edit.select.end);
  }

  #draw(): void {
    const count = this.area.value.split('\n').length;
    this.area.rows = count;
    this.gutter.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const number = document.createElement('span');
        number.textContent = String(index + 1);
        const here = this.#marks.filter(({ line }) => line === index + 1);
        const mark = here.find(({ kind }) => kind === 'wrong') ?? here[0];
        if (mark) number.dataset.mark = mark.kind;
        if (this.#lit === index + 1) number.dataset.lit = '';
        return number;
      }),
    );
  }
}
