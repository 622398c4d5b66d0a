/**
 * A text that a live element can show, with the name under which the reader’s changes to it are kept: the page’s own, or one
 * that came with a link. Each has a draft of its own, so that nothing that comes with a link can lie down on what the reader
 * has written, and the other way round.
 */
export interface Version {
  readonly keep: string;
  /** The text without any change by the reader. */
  readonly first: string;
}

/** Ends of lines at the end of a text say nothing about a program; editors add and drop them. */
export const isSame = (one: string, other: string): boolean => one.trimEnd() === other.trimEnd();

/** The version that a link brings for the element whose own is `own`. */
export const linkedVersion = (own: Version, code: string): Version => ({ keep: `${own.keep}~${fingerprint(code)}`, first: code });

/** A short name for a text (FNV-1a, 32 bits, and the length): enough to keep the drafts of a few links apart. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return `${hash.toString(36)}-${text.length.toString(36)}`;
}
