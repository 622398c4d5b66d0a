/**
 * What readers have written, kept in their browser under the program's name and the hash of its first version: if the author
 * changes the program, an old draft does not come back over it. Nothing kept here ever runs by itself.
 */
const prefix = 'happens-before:draft:';

export type Kept = 'kept' | 'full' | 'refused';

/** Merely to ask for it throws where a site may keep nothing. */
export function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

export function readDraft(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `code`; `undefined` drops the draft. */
export function keepDraft(name: string, code: string | undefined): Kept {
  try {
    if (code === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, code);
    return 'kept';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
  }
}

/** Names of what is kept beside `name`: changes to texts that came with links (see version.ts). */
export function draftsBeside(name: string): readonly string[] {
  try {
    const beside = `${prefix}${name}~`;
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(beside))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
