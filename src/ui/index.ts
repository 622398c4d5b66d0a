export * from './before-paint.ts';
export * from './href.ts';
export * from './shell.ts';
export { currentTheme, onThemeChange, type Theme } from './theme.ts';
export { isWriting } from './writing.ts';
