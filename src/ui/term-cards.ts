/**
 * Shows a glossary word's definition beside it, on hover or focus. The link itself leads to the glossary, and the same
 * definitions are listed at the end of the lesson, so nothing is only in the card.
 */
const wait = 250;

export function startTermCards(): void {
  const terms = document.querySelectorAll<HTMLAnchorElement>('a[data-term]');
  if (terms.length === 0 || !('popover' in HTMLElement.prototype)) return;

  const card = document.createElement('div');
  card.className = 'term-card';
  card.id = 'term-card';
  card.popover = 'manual';
  card.role = 'tooltip';
  document.body.append(card);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    if (card.matches(':popover-open')) card.hidePopover();
    for (const term of terms) term.removeAttribute('aria-describedby');
  };
  const show = (term: HTMLAnchorElement) => {
    const words = document.getElementById(`word-${term.dataset['term']}`);
    if (!words) return;
    hide();
    card.replaceChildren(...[...words.childNodes].map((node) => node.cloneNode(true)));
    card.showPopover();
    place(card, term);
    term.setAttribute('aria-describedby', card.id);
  };

  for (const term of terms) {
    term.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'touch') return;
      clearTimeout(timer);
      timer = setTimeout(() => show(term), wait);
    });
    term.addEventListener('focus', () => {
      if (term.matches(':focus-visible')) show(term);
    });
    term.addEventListener('blur', hide);
    term.addEventListener('pointerleave', later);
  }
  // The pointer may move onto the card, to select a word or to follow a link in it.
  function later() {
    clearTimeout(timer);
    timer = setTimeout(hide, wait);
  }
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', later);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  addEventListener('scroll', hide, { passive: true });
}

/** Below the word, or above it where there is no room below; never past the edge of the window. */
function place(card: HTMLElement, term: HTMLElement): void {
  const at = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const gap = 8;
  const below = at.bottom + gap + height <= innerHeight;
  card.style.left = `${Math.max(gap, Math.min(at.left, document.documentElement.clientWidth - width - gap))}px`;
  card.style.top = `${below ? at.bottom + gap : at.top - gap - height}px`;
}
