/** The search dialog. The index and what reads it are loaded when the dialog first opens. */
import { shell } from '#words';
import { openIndex, type Hit, type SearchIndex } from './search-index.ts';
import { drawHits } from './search-results.ts';
import { isWriting } from './writing.ts';

const { search: say } = shell;

export function startSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]');
  if (!dialog) return;
  const input = dialog.querySelector<HTMLInputElement>('input')!;
  const list = dialog.querySelector<HTMLElement>('[data-search-results]')!;
  const status = dialog.querySelector<HTMLElement>('[data-search-status]')!;
  let index: Promise<SearchIndex> | undefined;
  let latest = 0;

  const open = () => {
    if (dialog.open) return;
    index ??= openIndex(dialog.dataset['search'] ?? '');
    index.catch(() => (index = undefined));
    dialog.showModal();
    input.select();
  };

  const search = async () => {
    const words = input.value.trim();
    const turn = ++latest;
    if (words === '') return show([], '');
    try {
      const { hits, total } = await (await (index ??= openIndex(dialog.dataset['search'] ?? ''))).find(words);
      if (turn !== latest) return;
      show(hits, total === 0 ? say.nothing(words) : say.found(total));
    } catch {
      index = undefined;
      if (turn === latest) show([], say.unloaded);
    }
  };
  const show = (hits: readonly Hit[], found: string) => {
    list.replaceChildren(...drawHits(hits));
    status.textContent = found;
  };

  for (const opener of document.querySelectorAll('[data-search-open]')) {
    opener.addEventListener('click', (event) => {
      const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
      if (ctrlKey || metaKey || shiftKey) return;
      event.preventDefault();
      open();
    });
  }
  addEventListener('keydown', (event) => {
    const shortcut =
      (event.key === 'k' && (event.ctrlKey || event.metaKey)) ||
      (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target));
    if (!shortcut || event.defaultPrevented) return;
    event.preventDefault();
    open();
  });

  input.addEventListener('input', () => void search());
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  dialog.addEventListener('keydown', (event) => {
    moveAmong(event, input, list);
    if (event.key !== 'Escape') return;
    // In a search field that holds words, browsers would only clear it.
    event.preventDefault();
    dialog.close();
  });
  // A click outside the box, and a result that leads to this very page, close it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target instanceof Element && event.target.closest('a, [data-search-close]'))) dialog.close();
  });
}

/** The arrow keys go through the results; going up from the first returns to the field, and so does typing. */
function moveAmong(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, here + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  } else if (here > 0 && (event.key.length === 1 || event.key === 'Backspace') && !event.ctrlKey && !event.metaKey && !event.altKey) {
    input.focus();
  }
}
