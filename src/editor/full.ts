import * as monaco from 'monaco-editor/editor.js';
import './features.ts';
import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker.js?worker';
import declarations from 'virtual:runtime-types';
import { program } from '#words';
import { ambientTypes } from './ambient.ts';
import { currentTheme, followTheme, useShiki } from './highlight.ts';
import { labelOf } from './label.ts';
import type { Editor, EditorFile, EditorOptions, Mark } from './types.ts';

globalThis.MonacoEnvironment = {
  getWorker: (_: string, label: string) => (label === 'typescript' ? new TypeScriptWorker() : new EditorWorker()),
};
useShiki(monaco as never);
followTheme((theme) => monaco.editor.setTheme(theme));

// 99 is ESNext for both; 2 is the resolution that looks into node_modules, where the declarations are put.
typescriptDefaults.setCompilerOptions({
  target: 99,
  module: 99,
  moduleResolution: 2,
  lib: ['lib.esnext.d.ts'],
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
});
// Programs are modules of their own, and an unused name is no fault while somebody is still typing.
typescriptDefaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: [6133, 6196, 6192] });
typescriptDefaults.setExtraLibs([
  { content: ambientTypes, filePath: 'file:///ambient.d.ts' },
  ...Object.entries(declarations).map(([path, content]) => ({ content, filePath: `file:///${path}` })),
]);

const severities = { wrong: monaco.MarkerSeverity.Error, hint: monaco.MarkerSeverity.Info };

/** Lists and hovers are drawn here: inside the page's column they would be cut off at its edge. */
function widgetLayer(): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'monaco-editor editor-widgets';
  return document.body.appendChild(layer);
}
const widgets = widgetLayer();

/** A folder of its own for each program, so that two on one page do not share their names. */
const nextFolder = (
  (count) => () =>
    `file:///program-${++count}/`
)(0);

/** A file of a program, and where its caret was when another took its place. */
interface Sheet {
  readonly model: monaco.editor.ITextModel;
  readonly isGiven: boolean;
  view?: monaco.editor.ICodeEditorViewState | null;
}

function openSheet(folder: string, { name, code, isGiven = false }: EditorFile): Sheet {
  const model = monaco.editor.createModel(code, 'typescript', monaco.Uri.parse(folder + name));
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  return { model, isGiven };
}

/** Monaco, set up to look like the static code that it replaces, to the pixel. */
export function openFullEditor(host: HTMLElement, options: EditorOptions): Editor {
  const folder = nextFolder();
  const sheets = new Map(options.files.map((file) => [file.name, openSheet(folder, file)]));
  const first = options.files[0]!.name;
  let shown = options.shown;
  const { model, isGiven } = sheets.get(shown)!;
  host.classList.add('editor', 'editor-full');
  const style = getComputedStyle(host);
  const size = parseFloat(style.fontSize);
  const lineHeight = parseFloat(style.lineHeight);
  const padding = parseFloat(style.getPropertyValue('--code-pad')) || 12;
  const editor = monaco.editor.create(host, {
    model,
    theme: currentTheme(),
    ariaLabel: program.editor.leave(labelOf(options, shown)),
    readOnly: isGiven,
    readOnlyMessage: { value: program.files.notYours },
    fontFamily: style.fontFamily,
    fontSize: size,
    lineHeight,
    fontLigatures: false,
    padding: { top: padding, bottom: padding },
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 16,
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    folding: false,
    glyphMargin: false,
    stickyScroll: { enabled: false },
    guides: { indentation: false },
    bracketPairColorization: { enabled: false },
    occurrencesHighlight: 'off',
    fixedOverflowWidgets: true,
    overflowWidgetsDomNode: widgets,
    contextmenu: false,
    wordBasedSuggestions: 'off',
    quickSuggestionsDelay: 150,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
  const fit = (): void => {
    host.style.height = `${editor.getContentHeight()}px`;
  };
  fit();
  editor.onDidContentSizeChange(fit);
  for (const [name, sheet] of sheets) {
    sheet.model.onDidChangeContent(() => {
      for (const each of sheets.values()) monaco.editor.setModelMarkers(each.model, 'run', []);
      options.onChange(sheet.model.getValue(), name);
    });
  }
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, options.onRun);
  letTabLeave(editor);
  let lit: { readonly file: string; readonly line: number } | undefined;
  const litLines = editor.createDecorationsCollection();
  const light = (): void => {
    litLines.set(
      lit?.file !== shown
        ? []
        : [
            {
              range: new monaco.Range(lit.line, 1, lit.line, 1),
              options: { isWholeLine: true, className: 'editor-lit', lineNumberClassName: 'editor-lit-number' },
            },
          ],
    );
  };

  return {
    kind: 'full',
    setCode(file, code) {
      const sheet = sheets.get(file)!.model;
      sheet.pushStackElement();
      sheet.pushEditOperations([], [{ range: sheet.getFullModelRange(), text: code }], () => null);
      sheet.pushStackElement();
    },
    show(file) {
      const sheet = sheets.get(file);
      if (sheet === undefined || file === shown) return;
      sheets.get(shown)!.view = editor.saveViewState();
      shown = file;
      editor.setModel(sheet.model);
      if (sheet.view) editor.restoreViewState(sheet.view);
      editor.updateOptions({ readOnly: sheet.isGiven, ariaLabel: program.editor.leave(labelOf(options, file)) });
      light();
      fit();
    },
    focus: () => editor.focus(),
    format: async () => editor.getAction('editor.action.formatDocument')?.run(),
    mark(marks) {
      for (const [name, sheet] of sheets) {
        const own = marks.filter(({ file = first }) => file === name);
        monaco.editor.setModelMarkers(
          sheet.model,
          'run',
          own.map((mark) => marker(sheet.model, mark)),
        );
      }
    },
    light(spot) {
      lit = spot && { line: spot.line, file: spot.file ?? first };
      light();
    },
    reveal: (line) => editor.revealLineInCenterIfOutsideViewport(line),
    dispose() {
      editor.dispose();
      for (const sheet of sheets.values()) sheet.model.dispose();
    },
  };
}

function marker(model: monaco.editor.ITextModel, { line, column, length, message, kind }: Mark): monaco.editor.IMarkerData {
  const safe = Math.min(Math.max(line, 1), model.getLineCount());
  const startColumn = column ?? model.getLineFirstNonWhitespaceColumn(safe);
  const endColumn = length === undefined ? model.getLineMaxColumn(safe) : startColumn + Math.max(length, 1);
  return { startLineNumber: safe, startColumn, endLineNumber: safe, endColumn, message, severity: severities[kind] };
}

/** Escape, when it has nothing else to close, makes the next Tab leave the editor; any other key takes that back. */
function letTabLeave(editor: monaco.editor.IStandaloneCodeEditor): void {
  editor.addCommand(
    monaco.KeyCode.Escape,
    () => editor.updateOptions({ tabFocusMode: true }),
    '!suggestWidgetVisible && !parameterHintsVisible && !inSnippetMode && !editorHasSelection && !markersNavigationVisible && !editorHoverVisible',
  );
  editor.onKeyDown((event) => {
    const leaving =
      event.keyCode === monaco.KeyCode.Tab || event.keyCode === monaco.KeyCode.Shift || event.keyCode === monaco.KeyCode.Escape;
    if (!leaving && editor.getOption(monaco.editor.EditorOption.tabFocusMode)) editor.updateOptions({ tabFocusMode: false });
  });
  editor.onDidFocusEditorText(() => editor.updateOptions({ tabFocusMode: false }));
}
