import { indent, newLine, outdent, type Selected } from './plain-edit.ts';
import type { Editor, EditorOptions, Mark } from './types.ts';

/**
 * A text area with line numbers. Tab moves on, as everywhere else in the page, until something has been typed; from then on
 * it indents, and Esc gives it back.
 */
export function openPlainEditor(host: HTMLElement, options: EditorOptions): Editor {
  const area = document.createElement('textarea');
  area.className = 'editor-area';
  area.value = options.code;
  area.setAttribute('aria-label', options.label);
  Object.assign(area, { spellcheck: false, autocapitalize: 'off', autocomplete: 'off', wrap: 'off' });
  area.setAttribute('autocorrect', 'off');
  const gutter = document.createElement('div');
  gutter.className = 'editor-gutter';
  gutter.setAttribute('aria-hidden', 'true');
  host.classList.add('editor', 'editor-plain');
  host.replaceChildren(gutter, area);

  let tabIndents = false;
  let marks: readonly Mark[] = [];
  let lit: number | undefined;

  const draw = (): void => {
    const count = area.value.split('\n').length;
    area.rows = count;
    gutter.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const number = document.createElement('span');
        number.textContent = String(index + 1);
        const mark = marks.find((each) => each.line === index + 1);
        if (mark) number.dataset.mark = mark.kind;
        if (lit === index + 1) number.dataset.lit = '';
        return number;
      }),
    );
  };
  const changed = (): void => {
    marks = [];
    draw();
    options.onChange(area.value);
  };
  /** Through the browser's own editing, so that undo knows of it. */
  const replace = (edit: { readonly from: number; readonly to: number; readonly text: string; readonly select: Selected }): void => {
    area.setSelectionRange(edit.from, edit.to);
    if (!document.execCommand('insertText', false, edit.text)) area.setRangeText(edit.text);
    area.setSelectionRange(edit.select.start, edit.select.end);
  };

  area.addEventListener('input', () => {
    tabIndents = true;
    changed();
  });
  area.addEventListener('keydown', (event) => {
    const selected = { start: area.selectionStart, end: area.selectionEnd };
    if (event.key === 'Escape') tabIndents = false;
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      options.onRun();
    } else if (event.key === 'Tab' && tabIndents && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      replace((event.shiftKey ? outdent : indent)(area.value, selected));
    } else if (event.key === 'Enter' && !event.isComposing && !event.shiftKey) {
      event.preventDefault();
      replace(newLine(area.value, selected));
    }
  });
  draw();

  return {
    kind: 'plain',
    code: () => area.value,
    setCode(code) {
      area.focus();
      replace({ from: 0, to: area.value.length, text: code, select: { start: 0, end: 0 } });
      changed();
    },
    focus: () => area.focus({ preventScroll: true }),
    mark(given) {
      marks = given;
      draw();
    },
    light(line) {
      lit = line;
      draw();
    },
    reveal(line) {
      gutter.children[line - 1]?.scrollIntoView({ block: 'nearest' });
    },
    dispose: () => host.replaceChildren(),
  };
}
