import { labelOf } from './label.ts';
import { MarkList, nextMark } from './plain-marks.ts';
import { Sheet } from './plain-sheet.ts';
import type { Editor, EditorOptions, Mark } from './types.ts';

const nextId = (
  (count) => () =>
    `editor-marks-${++count}`
)(0);

/**
 * Text areas with line numbers, one for each file, of which one is on show. What a run has marked stands in the margin, and below in
 * words; F8 and Shift+F8 go from mark to mark, as in the full editor.
 */
export function openPlainEditor(host: HTMLElement, options: EditorOptions): Editor {
  const id = nextId();
  const first = options.files[0]!.name;
  let marks: readonly Mark[] = [];
  let shown = options.shown;

  const sheets = new Map(
    options.files.map((file) => {
      const sheet = new Sheet(file, {
        onInput: () => {
          markAll([]);
          options.onChange(sheet.area.value, file.name);
        },
        onRun: options.onRun,
        onSeek: (line, step) => {
          const mark = nextMark(marksOf(file.name), line, step);
          if (mark === undefined) return;
          sheet.goTo(mark.line);
          list.say(mark);
        },
      });
      sheet.area.setAttribute('aria-label', labelOf(options, file.name));
      sheet.area.setAttribute('aria-describedby', id);
      return [file.name, sheet] as const;
    }),
  );
  const current = (): Sheet => sheets.get(shown)!;
  const list = new MarkList(id, (line) => current().goTo(line));
  const marksOf = (name: string): readonly Mark[] => marks.filter(({ file = first }) => file === name);
  const markAll = (given: readonly Mark[]): void => {
    marks = given;
    for (const [name, sheet] of sheets) sheet.marks = marksOf(name);
    list.draw(marksOf(shown));
  };
  const show = (name: string): void => {
    if (!sheets.has(name)) return;
    shown = name;
    for (const [each, sheet] of sheets) sheet.isShown = each === name;
    list.draw(marksOf(name));
  };

  host.classList.add('editor', 'editor-plain');
  host.replaceChildren(...[...sheets.values()].flatMap(({ gutter, area }) => [gutter, area]), list.element);
  show(shown);

  return {
    kind: 'plain',
    setCode(file, code) {
      const before = shown;
      // Only what is on show can be edited so that undo knows of it.
      show(file);
      current().setCode(code);
      show(before);
      options.onChange(code, file);
    },
    show,
    focus: () => current().area.focus({ preventScroll: true }),
    mark: markAll,
    light(spot) {
      for (const [name, sheet] of sheets) sheet.lit = spot !== undefined && (spot.file ?? first) === name ? spot.line : undefined;
    },
    reveal: (line) => current().reveal(line),
    dispose: () => host.replaceChildren(),
  };
}
