/** A remark at a place in the code: from the compiler, from a failed run, from a race. */
export interface Mark {
  /** Left out: the first one. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line: number;
  readonly column?: number;
  readonly length?: number;
  readonly message: string;
  readonly kind: 'wrong' | 'hint';
}

export interface EditorFile {
  /** `main.ts`, `layer.ts`: by this name the others import it. */
  readonly name: string;
  readonly code: string;
  /** There to be read. */
  readonly isGiven?: boolean;
}

export interface EditorOptions {
  /** At least one. */
  readonly files: readonly EditorFile[];
  /** Name of the file that is shown first. */
  readonly shown: string;
  /** What a screen reader calls the editor. */
  readonly label: string;
  /** After every change: all of the text of one file. */
  readonly onChange: (code: string, file: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onRun: () => void;
}

/** What both editors can do; the rest of the page does not know which one it has. */
export interface Editor {
  readonly kind: EditorKind;
  /** Replaces all of the text of a file. Undo brings the old one back. */
  setCode(file: string, code: string): void;
  /** Turns to another file. Each has a caret and a history of its own. */
  show(file: string): void;
  focus(): void;
  /** Lays the text out anew, as Shift+Alt+F does. Only the full editor can; undo brings the old layout back. */
  format?(): Promise<void>;
  /** Replaces all marks. */
  mark(marks: readonly Mark[]): void;
  /** Lights one line, or none. */
  light(spot: { readonly line: number; readonly file?: string | undefined } | undefined): void;
  /** Scrolls to a line of the file that is shown. */
  reveal(line: number): void;
  dispose(): void;
}

export type EditorKind = 'full' | 'plain';
