import { keys as words } from '#words';
import { h } from '../live/dom.ts';

/** Key or keys, and what they do. */
type Rows = readonly (readonly [keys: string, does: string])[];

const EVERYWHERE: Rows = [
  ['/, Ctrl+K, ⌘K', words.search],
  ['?', words.list],
  ['Tab, ⇧Tab', words.onward],
  [`Enter, ${words.space}`, words.press],
  ['Esc', words.leave],
];

const EDITOR: Rows = [
  ['Ctrl+Enter, ⌘Enter', words.run],
  [words.then, words.leaveEditor],
  ['F8, ⇧F8', words.mark],
  ['⇧Alt+F', words.format],
];

const drawRows = (rows: Rows): HTMLElement =>
  h('dl', {}, ...rows.map(([keys, does]) => h('div', {}, h('dt', {}, keys), h('dd', {}, does))));

/**
 * Keys of what has the focus: around it, an element with `data-keys` says what it is called, and a `dl` in there with
 * `data-key-list` which keys it has. So each part keeps its own list, and this one never disagrees with it.
 */
function ofFocused(): HTMLElement | undefined {
  const scope = document.activeElement?.closest<HTMLElement>('[data-keys]');
  const list = scope?.querySelector<HTMLElement>('dl[data-key-list]');
  if (!scope || !list) return undefined;
  const rows = [...list.querySelectorAll('dt')].map((key) => [key.textContent, key.nextElementSibling?.textContent ?? ''] as const);
  return h('section', {}, h('h3', {}, scope.dataset.keys), drawRows(rows));
}

/** Opens the list over the page. Closed, it is gone, and the focus is where it was. */
export function openKeyList(): void {
  const focused = ofFocused();
  const hasCode = document.querySelector('[data-do=edit]') !== null;
  const close = h('button', { type: 'button', class: 'button' }, words.close);
  const dialog = h(
    'dialog',
    { class: 'key-list', 'aria-labelledby': 'key-list-title' },
    h('header', {}, h('h2', { id: 'key-list-title' }, words.title), close),
    focused,
    hasCode && h('section', {}, h('h3', {}, words.editor), drawRows(EDITOR)),
    h('section', {}, h('h3', {}, words.everywhere), drawRows(EVERYWHERE)),
    hasCode && !focused && h('p', {}, words.hint),
  );
  close.addEventListener('click', () => dialog.close());
  // A click outside the box.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  // The key that opened it, pressed again.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== '?') return;
    event.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}
