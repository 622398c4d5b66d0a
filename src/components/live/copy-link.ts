import { h } from './dom.ts';
import { encodeRun, type SharedRun } from '#progress';
import { takeHome } from './take-home.ts';

const shown = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Copies a link that brings `run` to whoever opens it. The button and `say` tell how it went. */
export async function copyLink(run: SharedRun, button: HTMLElement, say: (text: string) => void): Promise<void> {
  const fragment = encodeRun(run);
  if (fragment === undefined) return say('This program is too long for a link.');
  const link = location.origin + location.pathname + fragment;
  if (!(await copied(link, button, h('input', { class: 'link-field', readonly: true, 'aria-label': 'Link to this order' })))) {
    return say('The browser does not let this page copy. Here is the link; it is selected.');
  }
  say('Link copied. It brings this program and this order.');
}

/** Copies the program as a file that runs in Node. */
export async function copyFile(text: string, button: HTMLElement, say: (text: string) => void): Promise<void> {
  const file = takeHome(text);
  if (file === undefined) return say('This program uses parts of the course that the package does not have.');
  if (!(await copied(file, button, h('textarea', { class: 'link-field', readonly: true, 'aria-label': 'The program for Node' })))) {
    return say('The browser does not let this page copy. Here is the file; it is selected.');
  }
  say('Copied: a file that runs in Node with the package. Its first lines say how.');
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
  button.textContent = 'Copied';
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
