/** The page's own highlighter for Monaco: the same grammar and the same two themes as the static code around it. */
import { shikiToMonaco } from '@shikijs/monaco';
import type * as Monaco from 'monaco-editor';
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import typescript from 'shiki/langs/typescript.mjs';
import dark from 'shiki/themes/github-dark-default.mjs';
import light from 'shiki/themes/github-light-default.mjs';

/** Call once, before the first editor is made: it takes over `create` and `setTheme`. */
export function useShiki(monaco: typeof Monaco): void {
  const highlighter = createHighlighterCoreSync({ themes: [light, dark], langs: [typescript], engine: createJavaScriptRegexEngine({ forgiving: true }) });
  shikiToMonaco(highlighter, monaco);
}

/** The theme that the page shows now: the reader's choice on the root element, else the system's. */
export function currentTheme(): string {
  const chosen = document.documentElement.dataset.theme;
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? 'github-dark-default' : 'github-light-default';
}

export function followTheme(apply: (theme: string) => void): void {
  const update = (): void => apply(currentTheme());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', update);
  new MutationObserver(update).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}
