import { h } from './dom.ts';
import { encodeRun, type SharedRun } from './shared-run.ts';

const shown = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Copies a link that brings `run` to whoever opens it. The button and `say` tell how it went. */
export async function copyLink(run: SharedRun, button: HTMLElement, say: (text: string) => void): Promise<void> {
  const fragment = encodeRun(run);
  if (fragment === undefined) return say('This program is too long for a link.');
  const link = location.origin + location.pathname + fragment;
  try {
    // Missing where the page did not come over a safe connection, from a colleague’s machine for instance.
    await navigator.clipboard.writeText(link);
  } catch {
    offer(link, button);
    return say('The browser does not let this page copy. Here is the link; it is selected.');
  }
  say('Link copied. It brings this program and this order.');
  clearTimeout(shown.get(button));
  button.textContent = 'Copied';
  shown.set(
    button,
    setTimeout(() => (button.textContent = 'Copy link'), 2_000),
  );
}

/** The link in a field, to be copied by hand. */
function offer(link: string, button: HTMLElement): void {
  for (const old of document.querySelectorAll('.link-field')) old.remove();
  const field = h('input', { class: 'link-field', readonly: true, 'aria-label': 'Link to this order' });
  field.value = link;
  button.after(field);
  field.focus();
  field.select();
}
