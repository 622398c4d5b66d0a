/** Light, dark, or as the system says. */
import { recall, remember } from './storage.ts';

export type Theme = 'light' | 'dark';

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');
const chosen = (): Theme | undefined => {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : undefined;
};

/** The theme that is on the screen now. */
export const currentTheme = (): Theme => chosen() ?? (systemIsDark().matches ? 'dark' : 'light');

/** Calls `listener` with the new theme whenever the reader or the system changes it. */
export function onThemeChange(listener: (theme: Theme) => void): void {
  document.addEventListener('happens-before:theme', () => listener(currentTheme()));
  systemIsDark().addEventListener('change', () => listener(currentTheme()));
}

/** Brings every theme switch on the page to life: `<select data-theme-switch>` with system, light and dark. */
export function startThemeSwitches(): void {
  const switches = document.querySelectorAll<HTMLSelectElement>('[data-theme-switch]');
  const show = (value: string) => switches.forEach((select) => (select.value = value));
  show(recall('theme') ?? 'system');
  for (const select of switches) {
    select.addEventListener('change', () => {
      const theme = select.value === 'light' || select.value === 'dark' ? select.value : undefined;
      if (theme === undefined) delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
      remember('theme', theme);
      show(select.value);
      document.dispatchEvent(new CustomEvent('happens-before:theme'));
    });
  }
}
