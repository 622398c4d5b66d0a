import type { Diagnostic } from '#engine';

/** Collects what is wrong with a program. Compilation goes on after a problem, so that one look shows all of them. */
export class Problems {
  readonly #list: Diagnostic[] = [];

  add(file: string, place: { readonly line: number; readonly column: number }, message: string, { hint, length }: { hint?: string | undefined; length?: number | undefined } = {}): void {
    const known = this.#list.some((other) => other.file === file && other.line === place.line && other.column === place.column && other.message === message);
    if (known) return;
    this.#list.push({ file, line: place.line, column: place.column, message, ...(length === undefined ? {} : { length }), ...(hint === undefined ? {} : { hint }) });
  }

  get any(): boolean {
    return this.#list.length > 0;
  }

  /** All of them, by file and position. */
  get sorted(): readonly Diagnostic[] {
    return [...this.#list].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
  }
}
