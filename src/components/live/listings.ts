import { joinFiles, splitFiles } from '#base';
import { part } from './dom.ts';
import { drawListing, linesOf } from './listing-text.ts';

/** What the engine calls the main file, and so do those who ask for a file here. Readers see another name. */
export const MAIN = 'main.ts';

/** Name → text. */
export type Texts = Readonly<Record<string, string>>;

interface Listing {
  readonly element: HTMLElement;
  /** As the page brought it. */
  readonly first: string;
  readonly lines: readonly HTMLElement[];
  /** To be read, and not to be changed. */
  readonly isGiven: boolean;
}

/** The files of a live element, as static listings of which one is on show. Most have one file, and no buttons. */
export class Listings {
  readonly #root: HTMLElement;
  readonly #all: ReadonlyMap<string, Listing>;
  /** What the reader begins with, as one text. Files that are given are no part of it. */
  readonly starter: string;
  #shown = MAIN;

  constructor(root: HTMLElement) {
    this.#root = root;
    const read = (element: HTMLElement): Listing => ({
      element,
      first: `${element.querySelector('code')!.textContent.trimEnd()}\n`,
      lines: linesOf(element),
      isGiven: element.dataset.given !== undefined,
    });
    const others = [...root.querySelectorAll<HTMLElement>(':scope > .live-frame > [data-part=other]')];
    this.#all = new Map([
      [MAIN, read(part(root, 'listing')!)],
      ...others.map((element) => [element.dataset.file!, read(element)] as const),
    ]);
    this.starter = this.joined(Object.fromEntries([...this.#all].map(([name, { first }]) => [name, first])));
  }

  get names(): readonly string[] {
    return [...this.#all.keys()];
  }

  /** Names of the files that an answer consists of. */
  get own(): readonly string[] {
    return this.names.filter((name) => !this.isGiven(name));
  }

  get shown(): string {
    return this.#shown;
  }

  isGiven(name: string): boolean {
    return this.#all.get(name)?.isGiven ?? false;
  }

  /** The listing of the main file, in whose place an editor of all files opens. */
  get main(): HTMLElement {
    return this.#all.get(MAIN)!.element;
  }

  joined(texts: Texts): string {
    return joinFiles({
      main: texts[MAIN]!,
      others: Object.fromEntries(this.own.filter((name) => name !== MAIN).map((name) => [name, texts[name]!])),
    });
  }

  /** The texts of all files, given ones too. Of those that `text` lacks, what the page brought. */
  texts(text: string): Texts {
    const { main, others } = splitFiles(
      text,
      this.own.filter((name) => name !== MAIN),
    );
    return Object.fromEntries([...this.#all].map(([name, { first }]) => [name, name === MAIN ? main : (others[name] ?? first)]));
  }

  draw(text: string): void {
    const texts = this.texts(text);
    for (const [name, { element, first, lines }] of this.#all) {
      if (texts[name]!.trimEnd() === first.trimEnd())
        element.querySelector('code')!.replaceChildren(...lines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line])));
      else drawListing(element, lines, texts[name]!);
    }
  }

  /** Brings a file to the front. `isEditing`: an editor shows it, in the main listing's place. False: there is no such file. */
  show(name: string, isEditing: boolean): boolean {
    if (!this.#all.has(name)) return false;
    this.#shown = name;
    for (const [each, { element }] of this.#all) element.toggleAttribute('data-shown', isEditing ? each === MAIN : each === name);
    this.main.toggleAttribute('data-aside', !isEditing && name !== MAIN);
    for (const button of this.#root.querySelectorAll<HTMLElement>('[data-part=files] [data-file]'))
      button.setAttribute('aria-pressed', String(button.dataset.file === name));
    return true;
  }

  /** Calls `visit` with every line of every file. */
  eachLine(visit: (line: HTMLElement, number: number, file: string) => void): void {
    for (const [name, { element }] of this.#all) {
      for (const line of element.querySelectorAll<HTMLElement>('[data-line]')) visit(line, Number(line.dataset.line), name);
    }
  }

  lineOf(file: string, line: number): Element | undefined {
    return this.#all.get(file)?.element.querySelector(`[data-line="${line}"]`) ?? undefined;
  }

  get elements(): readonly HTMLElement[] {
    return [...this.#all.values()].map(({ element }) => element);
  }
}
