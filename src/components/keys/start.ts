import { isWriting } from '#ui';

/** `?` opens the list of keys, wherever one is, and so does the button in the footer. The list is loaded when somebody asks for it. */
export function startKeys(): void {
  const open = (): void => void import('./key-list.ts').then(({ openKeyList }) => openKeyList(), console.error);
  addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    open();
  });
  for (const opener of document.querySelectorAll('[data-keys-open]')) opener.addEventListener('click', open);
}
