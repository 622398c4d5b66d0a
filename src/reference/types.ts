/** What the reference says about the library: one value per module, made from the docstrings of the sources. */

export interface Param {
  readonly name: string;
  readonly text: string;
}

/** A docstring, taken apart. All texts are Markdown. */
export interface Doc {
  readonly text: string;
  readonly params: readonly Param[];
  readonly returns: string | undefined;
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  /** The paragraph "Semantics mirrored: …": what of the original this follows, and at which version it was looked up. */
  readonly source: string | undefined;
  /** Pages of docs/spec, with a section if one is meant: `threading-locks#lock`. */
  readonly rules: readonly string[];
}

/** A method or a field of a class or of an interface. */
export interface Member {
  readonly name: string;
  readonly isMethod: boolean;
  readonly signature: string;
  readonly doc: Doc;
}

export type EntryKind = 'function' | 'class' | 'interface' | 'type' | 'constant' | 'namespace';

/** One export. What a namespace holds are entries of their own, named `atomic.Int32`. */
export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
  readonly signature: string;
  readonly doc: Doc;
  readonly members: readonly Member[];
  /** The source file, from the root of the repository. */
  readonly file: string;
}

export interface Module {
  /** `go`: the last part of what a program imports, and of the page's address. */
  readonly name: string;
  readonly specifier: string;
  readonly entries: readonly Entry[];
}
