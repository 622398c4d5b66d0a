/** The page's own highlighter for Monaco: the same grammar and the same two themes as the static code around it. */
import { shikiToMonaco } from '@shikijs/monaco';
import type * as Monaco from 'monaco-editor';
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import typescript from 'shiki/langs/typescript.mjs';
import { currentTheme as pageTheme, onThemeChange } from '#ui';
import { codeThemeNames, codeThemes } from '#ui/code-themes';

/** Call once, before the first editor is made: it takes over `create` and `setTheme`. */
export function useShiki(monaco: typeof Monaco): void {
  const highlighter = createHighlighterCoreSync({
    themes: [codeThemes.light, codeThemes.dark],
    langs: [typescript],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  shikiToMonaco(highlighter, monaco);
}

export const currentTheme = (): string => codeThemeNames[pageTheme()];

export const followTheme = (apply: (theme: string) => void): void => onThemeChange((theme) => apply(codeThemeNames[theme]));
