import type { measuring as english } from '../en/measuring.ts';

const recorded = 'Was anderswo aufgezeichnet wurde, steht unten.';
const runYourself = 'Starte den Kurs auf dem eigenen Rechner (npm start)';

export const measuring: typeof english = {
  state: {
    stop: 'Anhalten',
    measuring: 'Messe …',
    other: 'Auf dieser Seite läuft schon eine andere Messung. Warte auf sie oder halte sie an.',
    failed: (why) => `Das hat nicht geklappt: ${why}`,
  },
  why: {
    noSharedMemory: `In diesem Browser ist gemeinsamer Speicher für Worker (SharedArrayBuffer) ausgeschaltet. Versuch es mit einem anderen Browser. ${recorded}`,
    framed: `Diese Seite steht in einer Seite einer anderen Website, und ein Browser lässt Worker nur dann Speicher teilen, wenn keine andere Website zusieht. ${recorded}`,
    insecure: `Diese Seite kam über einfaches http von einem anderen Rechner, und dann lässt ein Browser Worker keinen Speicher teilen. ${runYourself} oder frag nach einer https-Adresse dieser Website. ${recorded}`,
    inVain: `Die Seite hat die Header selbst ergänzt, und dieser Browser lässt Worker trotzdem keinen Speicher teilen. Versuch es mit einem anderen Browser. ${recorded}`,
    noServiceWorkers: `Dieser Server sendet die beiden Header nicht, ohne die ein Browser Worker keinen Speicher teilen lässt, und in diesem Browser (vielleicht in einem privaten Fenster) kann die Seite das nicht ausgleichen. ${runYourself} oder versuch es in einem anderen Fenster. ${recorded}`,
    preparable: `Dieser Server sendet die beiden Header nicht, ohne die ein Browser Worker keinen Speicher teilen lässt. Die Seite kann sie selbst ergänzen: Ein kleines Skript dieser Website, ein Service Worker, steht dann zwischen der Seite und ihrem Server. Es speichert nichts. Die Seite lädt noch einmal. ${recorded}`,
  },
};
