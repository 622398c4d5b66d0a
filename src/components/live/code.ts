import { chooseEditor, openEditor, warmEditor, type Editor, type EditorKind, type Mark } from '#editor';
import { keeping } from '#words';
import { h, part } from './dom.ts';
import { keepDraft, readDraft } from './drafts.ts';
import { drawListing, linesOf } from './listing-text.ts';
import { isSame, type Version } from './version.ts';

export interface CodeOptions {
  /** Name under which changes are kept. */
  readonly keep: string;
  readonly label: string;
  readonly onRun: () => void;
  /** Whether the text differs from the first of its version now. */
  readonly onChange: (changed: boolean) => void;
  readonly notice: (text: string) => void;
}

/**
 * The code of a live element: a static listing that becomes an editor in its place, at its size. Marks and the lit line look
 * the same in both.
 */
export class Code {
  readonly #listing: HTMLElement;
  readonly #options: CodeOptions;
  readonly starter: string;
  readonly #lines: readonly HTMLElement[];
  #version: Version;
  #editor: Promise<Editor> | undefined;
  #code: string;
  /** Something other than an editor has changed the text. */
  #isPut = false;
  #marks: readonly Mark[] = [];
  #lit: number | undefined;
  #open: Editor | undefined;

  constructor(root: HTMLElement, options: CodeOptions) {
    this.#listing = part(root, 'listing')!;
    this.#options = options;
    this.starter = `${this.#listing.querySelector('code')!.textContent.trimEnd()}\n`;
    this.#lines = linesOf(this.#listing);
    this.#version = this.own;
    this.#code = this.starter;
  }

  get text(): string {
    return this.#code;
  }

  /** The page's own version, whichever is shown. */
  get own(): Version {
    return { keep: this.#options.keep, first: this.starter };
  }

  get version(): Version {
    return this.#version;
  }

  /** A draft of the version shown, from an earlier visit, that differs from its first text. */
  get draft(): string | undefined {
    return this.draftOf(this.#version);
  }

  draftOf({ keep, first }: Version): string | undefined {
    const draft = readDraft(keep);
    return draft === undefined || isSame(draft, first) ? undefined : draft;
  }

  /**
   * Shows another version, with the reader's draft of it if there is one. An editor that is open is opened anew: its undo
   * must not bring the text of one version into another.
   */
  async show(version: Version): Promise<void> {
    const open = await this.#editor;
    this.#version = version;
    this.#code = this.draft ?? version.first;
    this.mark([]);
    this.light(undefined);
    if (open) {
      open.dispose();
      this.#open = undefined;
      this.#editor = this.#openEditor(this.#code, open.kind);
      await this.#editor;
      return;
    }
    if (isSame(this.#code, this.starter)) this.#listing.querySelector('code')!.replaceChildren(...this.#ownLines());
    else drawListing(this.#listing, this.#lines, this.#code);
    this.#tellChange();
  }

  #ownLines(): (HTMLElement | string)[] {
    return this.#lines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line]));
  }

  warm(): void {
    warmEditor();
  }

  /** Opens the editor with the text as it is, or with the draft of an earlier visit, and puts the caret into it. */
  async edit(kind?: EditorKind): Promise<void> {
    const editor = await (this.#editor ??= this.#openEditor(this.#isPut ? this.#code : (this.draft ?? this.#code), kind));
    editor.focus();
  }

  async switchEditor(): Promise<void> {
    const old = await this.#editor;
    if (!old) return;
    const kind = old.kind === 'full' ? 'plain' : 'full';
    chooseEditor(kind);
    old.dispose();
    this.#editor = this.#openEditor(this.#code, kind);
    (await this.#editor).focus();
  }

  /** Lays the text out anew, and stays in the editor. */
  async format(): Promise<void> {
    const editor = await this.#editor;
    await editor?.format?.();
    editor?.focus();
  }

  get editorKind(): EditorKind | undefined {
    return this.#open?.kind;
  }

  /** The same without opening an editor: where there is none, the listing shows the text, and an editor opened later begins with it. */
  put(text: string): void {
    if (this.#open) this.#open.setCode(text.trimEnd());
    else drawListing(this.#listing, this.#lines, text);
    this.#isPut = true;
    this.#changed(text);
  }

  async setText(text: string): Promise<void> {
    await this.edit();
    this.#open!.setCode(text.trimEnd());
    this.#changed(text);
  }

  /**
   * Keeps the text before it runs: a program that takes the tab down must not take its text along. A text that was only shown
   * is no change: a draft that the reader has not opened stays as it is.
   */
  save(): void {
    if (!this.#open) return;
    const { keep, first } = this.#version;
    const kept = keepDraft(keep, isSame(this.#code, first) ? undefined : this.#code);
    if (kept !== 'kept') this.#options.notice(keeping.draft[kept]);
  }

  mark(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#open?.mark(marks);
    this.#each((line, number) => {
      const mark = marks.find((each) => each.line === number);
      if (mark) line.dataset.mark = mark.kind;
      else delete line.dataset.mark;
    });
  }

  light(line: number | undefined): void {
    if (line === this.#lit) return;
    this.#lit = line;
    this.#open?.light(line);
    this.#each((element, number) => element.toggleAttribute('data-lit', number === line));
  }

  reveal(line: number): void {
    this.light(line);
    if (this.#open) this.#open.reveal(line);
    else this.#listing.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  #each(visit: (line: HTMLElement, number: number) => void): void {
    for (const line of this.#listing.querySelectorAll<HTMLElement>('[data-line]')) visit(line, Number(line.dataset.line));
  }

  async #openEditor(code: string, kind: EditorKind | undefined): Promise<Editor> {
    const host = h('div', { class: 'live-editor' });
    // The host takes the listing's place only when the editor is ready, at the listing's height: nothing moves.
    host.style.height = `${this.#listing.getBoundingClientRect().height}px`;
    host.style.visibility = 'hidden';
    this.#listing.append(host);
    const editor = await openEditor(
      host,
      { code: code.trimEnd(), label: this.#options.label, onChange: (text) => this.#changed(text), onRun: this.#options.onRun },
      kind,
    );
    for (const old of this.#listing.children) if (old !== host && !(old as HTMLElement).hidden) (old as HTMLElement).hidden = true;
    if (editor.kind === 'plain') host.style.height = '';
    host.style.visibility = '';
    this.#open = editor;
    this.#code = code;
    editor.mark(this.#marks);
    editor.light(this.#lit);
    this.#tellChange();
    return editor;
  }

  #changed(text: string): void {
    this.#code = text;
    this.#marks = [];
    this.#lit = undefined;
    this.#open?.light(undefined);
    this.save();
    this.#tellChange();
  }

  #tellChange(): void {
    this.#options.onChange(!isSame(this.#code, this.#version.first));
  }
}
