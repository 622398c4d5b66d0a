import type { keys as english } from '../en/keys.ts';

export const keys: typeof english = {
  title: 'Tasten',
  close: 'Schließen',
  everywhere: 'Auf jeder Seite',
  search: 'Suche',
  list: 'diese Liste',
  leave: 'schließt, was offen ist',
  onward: 'vom einen zum nächsten, und zurück',
  press: 'drückt, was den Fokus hat',
  editor: 'In einem Editor',
  run: 'ausführen oder prüfen',
  leaveEditor: 'verlässt den Editor',
  format: 'formatieren (voller Editor)',
  mark: 'nächste, vorige markierte Zeile',
  then: 'Esc, dann Tab',
  space: 'Leertaste',
  hint: 'Wenn die Bahnen oder das Spiel den Fokus haben, stehen hier auch deren Tasten.',
};
