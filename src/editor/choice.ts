import type { EditorKind } from './types.ts';

const key = 'happens-before:editor';

/**
 * Which editor to open: the reader's own choice, else the plain one where the main pointer is a finger, because Monaco's
 * editing on touch screens is not good enough, else the full one.
 */
export function chosenEditor(): EditorKind {
  try {
    const kept = localStorage.getItem(key);
    if (kept === 'full' || kept === 'plain') return kept;
  } catch {
    // Storage refused: go by the pointer.
  }
  return matchMedia('(pointer: coarse)').matches ? 'plain' : 'full';
}

export function chooseEditor(kind: EditorKind): void {
  try {
    localStorage.setItem(key, kind);
  } catch {
    // It holds until the page is left.
  }
}
