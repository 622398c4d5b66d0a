import type { waking as english } from '../en/waking.ts';

export const waking: typeof english = { editMine: 'Meine Fassung bearbeiten', unloaded: 'Das ließ sich nicht laden. Prüfe die Verbindung und versuch es noch einmal.' };
