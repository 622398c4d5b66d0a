import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  search: {
    nothing: (words) => `Nichts gefunden für „${words}“.`,
    found: (total) => `${total} ${total === 1 ? 'Seite' : 'Seiten'}`,
    unloaded: 'Der Suchindex konnte nicht geladen werden. Alle Lektionen stehen unter Inhalt.',
  },
  place: {
    goOnWith: (title) => `Weiter mit „${title}“`,
    goOnAt: (heading) => `weiter bei „${heading}“`,
    before: 'Du warst schon einmal hier:',
  },
  marks: { read: 'gelesen', solved: (date) => `gelöst am ${date}` },
  offline: { isNew: 'Es gibt eine neue Fassung des Kurses. Was du geschrieben hast, bleibt erhalten.', load: 'Laden', later: 'Später' },
};
