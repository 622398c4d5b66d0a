import type { game as english } from '../en/game.ts';
import { counted, list, number } from './language.ts';

const switches = (count: number): string => (count === 0 ? 'kein erzwungener Wechsel' : counted(count, 'erzwungener Wechsel', 'erzwungene Wechsel'));
/** After “mit”. */
const withSwitches = (count: number): string => (count === 0 ? 'ohne erzwungenen Wechsel' : `mit ${count === 1 ? 'einem erzwungenen Wechsel' : `${number(count)} erzwungenen Wechseln`}`);
const hints = (count: number): string => counted(count, 'Hinweis', 'Hinweise');
const orders = (count: number): string => counted(count, 'Reihenfolge', 'Reihenfolgen');

export const game: typeof english = {
  panel: {
    name: 'Du bist der Scheduler',
    whoNext: 'Wer ist als Nächster dran?',
    acts: 'Das Spiel',
    makeIt: 'Ziel:',
    makeItEnd: '.',
    soFar: (what) => `Bisher: ${what}.`,
    undo: 'Rückgängig',
    restart: 'Von vorn',
    rest: 'Den Rest laufen lassen',
    hint: 'Hinweis',
    claim: 'Keine Reihenfolge schafft das',
    keys: 'Tasten',
    keysOf: 'Im Spiel',
    leave: 'Verlassen',
    forced: 'erzwungener Wechsel',
    line: (line, text) => `Zeile ${line}: ${text}`,
  },
  keys: { move: 'diesen weiterlassen', undo: 'rückgängig', rest: 'den Rest laufen lassen', hint: 'Hinweis', leave: 'das Spiel verlassen' },
  goals: {
    ok: 'ein gutes Ende',
    deadlock: 'ein Deadlock',
    panic: 'eine Panic',
    error: 'ein Ende mit einem Fehler',
    livelock: 'ein Lauf ohne Ende',
    failure: 'irgendein Scheitern',
    leak: 'ein Task, der für immer wartet',
    race: 'ein Data Race: zwei Schritte, die nichts in eine Reihenfolge bringt',
    printNothing: 'keine Ausgabe',
    print: (output) => `die Ausgabe ${output}`,
    printOther: (output) => `eine andere Ausgabe als ${output}`,
    both: (parts) => parts.join(' und '),
    nothing: 'nichts',
  },
  par: {
    unknown: 'Es gibt zu viele Reihenfolgen, um alle zu versuchen.',
    known: (count, proved) => `Par: ${proved ? '' : 'höchstens '}${switches(count)}.`,
  },
  said: {
    wrong: 'Hier ist etwas schiefgegangen. Mach den Zug rückgängig oder fang von vorn an.',
    restDoesNotFit: 'Der Rest der Reihenfolge aus dem Link passt nicht zu diesem Programm.',
    undone: 'Rückgängig gemacht.',
    restarted: 'Von vorn.',
    looking: 'Suche die nächstgelegene Reihenfolge …',
    done: (moves, forced, taken) => [counted(moves, 'Entscheidung', 'Entscheidungen'), switches(forced), ...(taken === 0 ? [] : [hints(taken)])].join(', '),
    canGo: (names) => `${list(names)} ${names.length === 1 ? 'kann' : 'können'} weiter.`,
    letGo: (name, does) => `Lass ${name} weitergehen: ${does}.`,
    endsQuietly: 'Es endet und gibt nichts aus.',
    endsBadly: (how, output) => `${how}${/[.!?…]$/.test(how) ? '' : '.'}${output === undefined ? '' : ` Vorher gibt es ${output} aus.`}`,
    endsPrinting: (output) => `Es endet mit der Ausgabe ${output}.`,
    notTheGoal: (how, goal) => `${how} Das ist nicht das Ziel (${goal}). Mach Züge rückgängig oder fang von vorn an.`,
    reached: (how, forced, taken) => `Geschafft. ${how} Du kamst ${withSwitches(forced)} aus${taken === 0 ? '' : `, bei ${hints(taken)}${taken === 1 ? '' : 'n'}`}.`,
    noFewer: 'Mit weniger geht es in keiner Reihenfolge.',
    better: (count) => `Es geht auch ${withSwitches(count)}.`,
    someDoes: 'Es gibt eine Reihenfolge, die es schafft. Such weiter oder lass dir einen Hinweis geben.',
    noProof: (total) => `${orders(total)} wurden versucht, und keine schafft es; aber es gibt mehr, also ist das kein Beweis. Versuch es mit einem kleineren Programm.`,
    provedOne: 'Richtig und bewiesen: Es gibt nur eine Reihenfolge, und die schafft es nicht.',
    proved: (total) => `Richtig und bewiesen: Alle ${orders(total)} wurden versucht, und keine schafft es.`,
    hopelessHere: 'Keine Reihenfolge, die so beginnt, erreicht das Ziel.',
    closed: (back) =>
      `Keine Reihenfolge, die so beginnt, erreicht das Ziel. ${back === 1 ? 'Deine letzte Entscheidung hat den Weg versperrt: Mach sie' : `Eine deiner letzten ${back} Entscheidungen hat den Weg versperrt: Mach sie`} rückgängig.`,
    noneTried: 'Keine der Reihenfolgen, die von hier aus versucht wurden, erreicht das Ziel; aber es gibt mehr.',
    noMore: 'Von hier aus ist es ohne weiteren erzwungenen Wechsel zu erreichen.',
    more: (count) => `Die nächstgelegene Reihenfolge, die es erreicht, braucht von hier aus ${count === 1 ? 'einen weiteren erzwungenen Wechsel' : `${number(count)} weitere erzwungene Wechsel`}.`,
  },
  exercise: {
    goal: 'Ziel:',
    orProve: '; oder der Beweis, dass keine Reihenfolge das schafft.',
    answer: 'Antwort',
    found: (reached, total, preemptions) =>
      `${number(reached)} von ${orders(total)} ${reached === 1 ? 'schafft' : 'schaffen'} es. Eine davon, mit so wenigen erzwungenen Wechseln wie möglich (${preemptions}):`,
    plainOrder: 'die gewöhnliche Reihenfolge',
    impossible: (total) => (total === 1 ? 'Es geht nicht: Es gibt nur eine Reihenfolge, und die schafft es nicht.' : `Es geht nicht: Alle ${orders(total)} wurden versucht, und keine schafft es.`),
  },
};
