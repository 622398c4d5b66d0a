/** Everything that the reading shell does with script. The pages are whole without it. */
import { startScrollSpy } from './scroll-spy.ts';
import { startSearch } from './search.ts';
import { startSidebar } from './sidebar.ts';
import { startTermCards } from './term-cards.ts';
import { startThemeSwitches } from './theme.ts';

export function startShell(): void {
  startThemeSwitches();
  startSidebar();
  startScrollSpy();
  startTermCards();
  startSearch();
}
