/** The button of an original: copies its listing, without what it printed. Where the browser does not let it, the text is selected. */
async function copy(button: HTMLElement): Promise<void> {
  const figure = button.closest('figure')!;
  const code = figure.querySelector('pre code')!;
  const said = figure.querySelector<HTMLElement>('[data-copied]')!;
  try {
    // Missing where the page did not come over a safe connection.
    await navigator.clipboard.writeText(`${code.textContent.trimEnd()}\n`);
    said.textContent = said.dataset.copied!;
  } catch {
    getSelection()?.selectAllChildren(code);
    said.textContent = said.dataset.byHand!;
  }
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-copy-listing]');
  if (button) void copy(button);
});
