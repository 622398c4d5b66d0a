import type { progress as english } from '../en/progress.ts';
import { counted } from './language.ts';

const hints = (count: number): string => (count === 0 ? 'kein Hinweis' : counted(count, 'Hinweis', 'Hinweise'));

export const progress: typeof english = {
  page: {
    title: 'Fortschritt',
    description: 'Was du gelöst und gelesen hast, mit den Belegen: in diesem Browser aufbewahrt, zum Mitnehmen.',
    lede: 'In diesem Browser aufbewahrt und nirgends sonst. Zum Mitnehmen als Datei, zum Drucken mit den Belegen.',
    withoutScript: 'Ohne Skript kann die Seite nicht wissen, was du gelöst hast; gelöst wird ohne Skript auch nichts.',
    name: 'Name',
    onTheSheet: (label) => `${label} auf dem Blatt und in der Datei`,
    save: 'Als Datei speichern',
    read: 'Datei lesen',
    print: 'Blatt drucken',
    clear: 'Löschen',
    handIn: 'Abgeben',
    handInLede: 'Eine Datei für die Lehrperson, die alles darin noch einmal laufen lässt. Sie wird enthalten:',
  },
  said: {
    count: (solved, exercises, read, lessons) => `${solved} von ${exercises} Aufgaben gelöst, ${read} von ${lessons} Lektionen zu Ende gelesen.`,
    saved: 'Als Datei gespeichert. Sie lässt sich hier wieder lesen, in jedem Browser.',
    writeFirst: (label, hint) => `Bitte fülle zuerst das Feld „${label}“ aus${hint === '' ? '' : `: ${hint}`}.`,
    nothingYet: 'Es gibt noch nichts abzugeben: In diesem Browser wurde keine Aufgabe geprüft.',
    savedAs: (name) => `Gespeichert als „${name}“. Gib diese Datei auf dem vereinbarten Weg ab.`,
    wasRead: (added) => `Gelesen: ${added} ${added === 1 ? 'Aufgabe' : 'Aufgaben'} mehr als zuvor.`,
    left: (count) => (count === 1 ? '1 Eintrag war nicht lesbar.' : `${count} Einträge waren nicht lesbar.`),
    cleared: 'Der Fortschritt ist gelöscht; was du in Programme geschrieben hast, ist noch da.',
    putBack: 'Wiederherstellen',
    isBack: 'Er ist wieder da.',
  },
  handIn: {
    noName: (label) => `${label}: noch leer. Bitte oben ausfüllen.`,
    name: (student) => `Was du oben geschrieben hast: „${student}“.`,
    solved: (count) => `${counted(count, 'gelöste Aufgabe', 'gelöste Aufgaben')}: jeweils dein Programm oder deine Reihenfolge, das Urteil und der Tag.`,
    help: (count) => `Dass du bei ${count} davon Hinweise oder Lösungen geöffnet hast, und wie viele.`,
    unsolved: (count) => `${counted(count, 'Aufgabe, die du geprüft und nicht gelöst hast', 'Aufgaben, die du geprüft und nicht gelöst hast')}: dein letztes Programm, und wie oft du geprüft hast.`,
    version: (version) => `Die Fassung des Kurses: ${version}.`,
    not: 'Sonst nichts: nicht, welche Lektionen du gelesen hast, keine Uhrzeit, nichts, was du nie geprüft hast, nichts über deinen Rechner. Die Datei wird auf deinem Rechner gespeichert und nirgendwohin gesendet; abgeben musst du sie selbst.',
  },
  file: {
    unreadable: 'Das ist keine Fortschrittsdatei: Sie lässt sich überhaupt nicht lesen.',
    other: 'Diese Datei enthält etwas anderes: Eine Fortschrittsdatei beginnt mit "format": "happens-before-progress".',
    newer: 'Diese Datei stammt aus einer neueren Fassung des Kurses. Lade die Seite neu und versuch es noch einmal.',
  },
  sheet: {
    title: (student) => (student === '' ? 'Nachweis' : `Nachweis für ${student}`),
    lede: 'Happens Before, ein Kurs über Nebenläufigkeit. Jedes Urteil lässt sich allein aus den Belegen neu berechnen, mit dem Befehlszeilenprogramm des Kurses.',
    exercise: 'Aufgabe',
    on: 'Am',
    verdict: 'Urteil',
    help: 'Hilfe',
    helped: (count, pieces, sawSolution) => [hints(count), ...(pieces === 0 ? [] : [counted(pieces, 'Stück der Lösung', 'Stücke der Lösung')]), ...(sawSolution ? ['Lösung gesehen'] : [])].join(', '),
    evidence: 'Belege',
    claim: 'Behauptung: Keine Reihenfolge erreicht das Ziel.',
    answer: 'Lösung, gespeichert als answer.ts:',
    order: 'Reihenfolge:',
    again: 'Noch einmal ausführen:',
  },
};
