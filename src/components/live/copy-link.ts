import { h } from './dom.ts';
import { encodeRun, type SharedRun } from '#progress';
import { program } from '#words';
import type { Texts } from './listings.ts';
import { takeHome } from './take-home.ts';

const { copy: words } = program;
const shown = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Copies a link that brings `run` to whoever opens it. The button and `say` tell how it went. */
export async function copyLink(run: SharedRun, button: HTMLElement, say: (text: string) => void): Promise<void> {
  const fragment = encodeRun(run);
  if (fragment === undefined) return say(words.tooLong);
  const link = location.origin + location.pathname + fragment;
  if (!(await copied(link, button, h('input', { class: 'link-field', readonly: true, 'aria-label': words.linkField })))) {
    return say(words.linkByHand);
  }
  say(words.linkCopied);
}

/** Copies the program, or of several files the one on show, as a file that runs in Node. */
export async function copyFile(files: Texts, shown: string, button: HTMLElement, say: (text: string) => void): Promise<void> {
  const { [shown]: text = '', ...beside } = files;
  const file = Object.keys(beside).length === 0 ? takeHome(text) : takeHome(text, shown, beside);
  if (file === undefined) return say(words.notInPackage);
  if (!(await copied(file, button, h('textarea', { class: 'link-field', readonly: true, 'aria-label': words.fileField })))) {
    return say(words.fileByHand);
  }
  say(words.fileCopied);
}

/** Whether `text` could be copied. If not, it stands in `field` beside the button, to be copied by hand. */
async function copied(text: string, button: HTMLElement, field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    // Missing where the page did not come over a safe connection, from a colleague’s machine for instance.
    await navigator.clipboard.writeText(text);
  } catch {
    offer(text, button, field);
    return false;
  }
  const label = button.dataset['label'] ?? (button.dataset['label'] = button.textContent);
  clearTimeout(shown.get(button));
  button.textContent = words.copied;
  shown.set(
    button,
    setTimeout(() => (button.textContent = label), 2_000),
  );
  return true;
}

/** The text in a field, to be copied by hand. */
function offer(text: string, button: HTMLElement, field: HTMLInputElement | HTMLTextAreaElement): void {
  for (const old of document.querySelectorAll('.link-field')) old.remove();
  field.value = text;
  button.after(field);
  field.focus();
  field.select();
}
