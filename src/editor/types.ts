/** A remark at a place in the code: from the compiler, from a failed run, from a race. */
export interface Mark {
  /** 1-based. */
  readonly line: number;
  readonly column?: number;
  readonly length?: number;
  readonly message: string;
  readonly kind: 'wrong' | 'hint';
}

export interface EditorOptions {
  readonly code: string;
  /** What a screen reader calls the editor. */
  readonly label: string;
  /** After every change. */
  readonly onChange: (code: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onRun: () => void;
}

/** What both editors can do; the rest of the page does not know which one it has. */
export interface Editor {
  readonly kind: EditorKind;
  code(): string;
  /** Replaces all of the text. Undo brings the old one back. */
  setCode(code: string): void;
  focus(): void;
  /** Lays the text out anew, as Shift+Alt+F does. Only the full editor can; undo brings the old layout back. */
  format?(): Promise<void>;
  /** Replaces all marks. */
  mark(marks: readonly Mark[]): void;
  /** Lights one line, or none. */
  light(line: number | undefined): void;
  reveal(line: number): void;
  dispose(): void;
}

export type EditorKind = 'full' | 'plain';
