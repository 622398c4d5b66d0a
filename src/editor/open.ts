import { chosenEditor } from './choice.ts';
import { openPlainEditor } from './plain.ts';
import type { Editor, EditorKind, EditorOptions } from './types.ts';

/** Starts loading what `openEditor` will need. For a pointer that nears the Edit button. */
export function warmEditor(): void {
  if (chosenEditor() === 'full') void import('./full.ts').catch(() => {});
}

/**
 * Opens an editor in `host`. If the full one does not load, the plain one takes its place: a lost connection must not
 * keep anybody from trying something.
 */
export async function openEditor(host: HTMLElement, options: EditorOptions, kind: EditorKind = chosenEditor()): Promise<Editor> {
  if (kind === 'full') {
    try {
      const { openFullEditor } = await import('./full.ts');
      return openFullEditor(host, options);
    } catch (error) {
      console.warn('The full editor did not load; the plain one takes its place.', error);
    }
  }
  return openPlainEditor(host, options);
}
