import { chooseEditor, openEditor, warmEditor, type Editor, type EditorKind, type Mark } from '#editor';
import { keeping } from '#words';
import { h } from './dom.ts';
import { keepDraft, readDraft } from './drafts.ts';
import { Listings, MAIN, type Texts } from './listings.ts';
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

/** A line of one of the files; without a file, of the main one. */
export interface Spot {
  readonly line: number;
  readonly file?: string | undefined;
}

/**
 * The code of a live element: static listings that become an editor in their place, at their size. Marks and the lit line look
 * the same in both. Whatever has more than one file is one text to the outside (`joinFiles`).
 */
export class Code {
  readonly #listings: Listings;
  readonly #options: CodeOptions;
  #version: Version;
  #editor: Promise<Editor> | undefined;
  #code: string;
  /** Something other than an editor has changed the text. */
  #isPut = false;
  #marks: readonly Mark[] = [];
  #lit: Spot | undefined;
  #open: Editor | undefined;

  constructor(root: HTMLElement, options: CodeOptions) {
    this.#listings = new Listings(root);
    this.#options = options;
    this.#version = this.own;
    this.#code = this.starter;
  }

  get text(): string {
    return this.#code;
  }

  get starter(): string {
    return this.#listings.starter;
  }

  /** The same as files, with those that are given to read. */
  get files(): Texts {
    return this.#listings.texts(this.#code);
  }

  /** Names of the files that are the reader's to change, the main one first. */
  get ownFiles(): readonly string[] {
    return this.#listings.own;
  }

  /** Name and text of the file on show. */
  get shown(): { readonly name: string; readonly text: string } {
    const name = this.#listings.shown;
    return { name, text: this.files[name]! };
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
    this.#listings.draw(this.#code);
    this.#tellChange();
  }

  /** Brings one of the files to the front. */
  showFile(name: string): void {
    if (this.#listings.show(name, this.#open !== undefined)) this.#open?.show(name);
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
    if (this.#open) this.#setAll(this.#open, text);
    else this.#listings.draw(text);
    this.#isPut = true;
    this.#changed(text);
  }

  async setText(text: string): Promise<void> {
    await this.edit();
    this.#setAll(this.#open!, text);
    this.#changed(this.#listings.joined(this.#listings.texts(text)));
  }

  #setAll(editor: Editor, text: string): void {
    const texts = this.#listings.texts(text);
    for (const name of this.#listings.own) editor.setCode(name, texts[name]!.trimEnd());
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
    this.#listings.eachLine((line, number, file) => {
      const mark = marks.find((each) => each.line === number && (each.file ?? MAIN) === file);
      if (mark) line.dataset.mark = mark.kind;
      else delete line.dataset.mark;
    });
  }

  light(spot: Spot | undefined): void {
    if (spot?.line === this.#lit?.line && spot?.file === this.#lit?.file) return;
    this.#lit = spot;
    this.#open?.light(spot);
    this.#listings.eachLine((element, number, file) =>
      element.toggleAttribute('data-lit', number === spot?.line && file === (spot.file ?? MAIN)),
    );
  }

  /** Whether there is such a file here. */
  has(file = MAIN): boolean {
    return this.#listings.names.includes(file);
  }

  reveal(spot: Spot): void {
    const { line, file = MAIN } = spot;
    if (!this.has(file)) return;
    this.showFile(file);
    this.light(spot);
    if (this.#open) this.#open.reveal(line);
    else this.#listings.lineOf(file, line)?.scrollIntoView({ block: 'nearest' });
  }

  /** Where the code is shown: what is pointed at in there are its lines. */
  get places(): readonly HTMLElement[] {
    return this.#listings.elements;
  }

  async #openEditor(code: string, kind: EditorKind | undefined): Promise<Editor> {
    const host = h('div', { class: 'live-editor' });
    const { main: listing, shown } = this.#listings;
    const onShow = this.#listings.elements.find((element) => element.getClientRects().length > 0) ?? listing;
    // The host takes the listing's place only when the editor is ready, at the listing's height: nothing moves.
    host.style.height = `${onShow.getBoundingClientRect().height}px`;
    host.style.visibility = 'hidden';
    listing.append(host);
    const texts = this.#listings.texts(code);
    const editor = await openEditor(
      host,
      {
        files: this.#listings.names.map((name) => ({ name, code: texts[name]!.trimEnd(), isGiven: this.#listings.isGiven(name) })),
        shown,
        label: this.#options.label,
        onChange: (text, name) => this.#changed(this.#listings.joined({ ...this.files, [name]: text })),
        onRun: this.#options.onRun,
      },
      kind,
    );
    for (const old of listing.children) if (old !== host && !(old as HTMLElement).hidden) (old as HTMLElement).hidden = true;
    if (editor.kind === 'plain') host.style.height = '';
    host.style.visibility = '';
    this.#open = editor;
    this.#code = code;
    // Somebody may have turned to another file in the meantime.
    this.showFile(this.#listings.shown);
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
