/** The list of lessons: closes and opens on wide screens, and remembers it. The drawer on narrow ones is a popover and needs nothing from here. */
import { remember } from './storage.ts';

export function startSidebar(): void {
  const root = document.documentElement;
  const toggle = document.querySelector<HTMLButtonElement>('[data-sidebar-toggle]');
  const sidebar = document.getElementById('sidebar');
  if (!toggle || !sidebar) return;

  const tell = () => toggle.setAttribute('aria-expanded', String(root.dataset['sidebar'] !== 'closed'));
  tell();
  toggle.addEventListener('click', () => {
    const close = root.dataset['sidebar'] !== 'closed';
    if (close) root.dataset['sidebar'] = 'closed';
    else delete root.dataset['sidebar'];
    remember('sidebar', close ? 'closed' : undefined);
    tell();
  });

  // A link within the page leaves the drawer open over the place it leads to.
  sidebar.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a') && sidebar.matches(':popover-open')) sidebar.hidePopover();
  });
  bringIntoView(sidebar);
}

/** Scrolls the list, and only the list, so that the current lesson shows. */
function bringIntoView(sidebar: HTMLElement): void {
  const current = sidebar.querySelector<HTMLElement>('[aria-current="page"]');
  if (!current) return;
  const below = current.getBoundingClientRect().bottom - sidebar.getBoundingClientRect().bottom;
  if (below > -80) sidebar.scrollTop += below + sidebar.clientHeight / 2;
}
