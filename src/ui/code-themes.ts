/**
 * The colours of code, in the static listings and in the editor alike.
 *
 * GitHub's two default themes, with the few colours changed that do not reach 7:1 on our surfaces (#f6f7f9 and #1d2129).
 * Where Shiki wants a theme, give it one of these; where a theme is asked for by name, use `codeThemeNames`.
 */
import type { ThemeRegistrationAny } from 'shiki';
import githubDark from 'shiki/themes/github-dark-default.mjs';
import githubLight from 'shiki/themes/github-light-default.mjs';

export const codeThemeNames = { light: 'course-light', dark: 'course-dark' } as const;

const lighter: Readonly<Record<string, string>> = { '#8b949e': '#a8b1bb', '#ff7b72': '#ff9b93' };
const darker: Readonly<Record<string, string>> = {
  '#6e7781': '#4d545d',
  '#57606a': '#4d545d',
  '#cf222e': '#a40e26',
  '#8250df': '#5f34b0',
  '#953800': '#803000',
  '#116329': '#0f5c26',
};

export const codeThemes = {
  light: recoloured(githubLight, codeThemeNames.light, darker),
  dark: recoloured(githubDark, codeThemeNames.dark, lighter),
};

function recoloured<T extends ThemeRegistrationAny>(theme: T, name: string, colours: Readonly<Record<string, string>>): T {
  const text = JSON.stringify(theme).replace(/#[0-9a-f]{6}(?![0-9a-f])/gi, (colour) => colours[colour.toLowerCase()] ?? colour);
  return { ...(JSON.parse(text) as T), name, displayName: name };
}
