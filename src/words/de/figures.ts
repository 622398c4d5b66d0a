import type { figures as english } from '../en/figures.ts';
import { list, number } from './language.ts';

const bytes = number;

export const figures: typeof english = {
  queues: {
    start: 'G1 läuft auf P0, und Thread M0 hält P0. Niemand steht an.',
    times: (count, then) => `${count}-mal go. ${then}`,
    on: (processor, thread) => `${processor} auf ${thread}`,
    leftBy: (processor, thread) => `${processor} ohne ${thread}`,
    idle: (processor) => `${processor} untätig`,
    elsewhere: 'Anderswo',
    callOn: (goroutine, thread) => `${goroutine} auf ${thread}`,
    lines: { runs: 'läuft', next: 'Nächste', queue: 'Queue', global: 'global', waiting: 'wartet', inCalls: 'in Aufrufen', asleep: 'schläft' },
    nothing: 'nichts',
    idles: (processor, thread) => `${processor} findet nirgends etwas und ist untätig; ${thread ?? 'sein Thread'} legt sich schlafen.`,
    starts: (parent, then) => `${parent} sagt go: ${then}`,
    parks: (goroutine, then) => `${goroutine} muss warten und wird beiseitegestellt, ihr Thread aber nicht. ${then}`,
    ends: (goroutine, then) => `${goroutine} ist zu Ende. ${then}`,
    wakes: (goroutine, whom, then) => `${goroutine} tut, worauf ${whom} gewartet hat: ${then}`,
    preempts: (goroutine, then) => `${goroutine} hatte ihre 10 ms und kommt ans Ende der globalen Queue. ${then}`,
    calls: (goroutine, thread, processor) => `${goroutine} geht in einen Systemaufruf, und ${thread} mit ihr. ${processor} steht still, mit allem in seiner Queue.`,
    retakes: (processor, from, thread, isNew, then) => `Der Aufruf dauert zu lange. ${processor} wird ${from} weggenommen und ${thread} gegeben, ${isNew ? 'einem neuen Thread' : 'der geschlafen hatte'}. ${then}`,
    noProcessor: (goroutine, thread) => `Der Aufruf von ${goroutine} ist vorbei, und kein Prozessor ist frei: ${goroutine} kommt in die globale Queue, und ${thread} legt sich schlafen.`,
    returns: (goroutine, processor, isIdle) => `Der Aufruf von ${goroutine} ist vorbei. ${processor} ist ${isIdle ? 'untätig' : 'noch da'}, also läuft ${goroutine} dort sofort weiter.`,
    looks: (thread, isNew, processor, then) => `${thread}, ${isNew ? 'ein neuer Thread' : 'der geschlafen hatte'}, nimmt den untätigen ${processor}. ${then}`,
    toEnd: (goroutine, processor) => `${goroutine} kommt ans Ende der Queue von ${processor}`,
    overflow: (processor, half, goroutine) => `die Queue von ${processor} ist voll, also kommen ihre ältere Hälfte (${list(half)}) und mit ihr ${goroutine} in die globale Queue`,
    seat: (goroutine, processor, then) => `${goroutine} nimmt auf ${processor} den Platz der Nächsten ein${then === undefined ? '' : `, und ${then}`}.`,
    globalTurn: (processor, goroutine) => `Bei diesem Mal sieht ${processor} zuerst in die globale Queue: Dort läuft jetzt ${goroutine}.`,
    runsNext: (processor, goroutine) => `Auf ${processor} läuft ${goroutine}, die als Nächste dran war.`,
    runsOwn: (processor, goroutine) => `Auf ${processor} läuft ${goroutine}, die Erste der eigenen Queue.`,
    share: (processor, goroutine, others) =>
      `${processor} hat selbst nichts und nimmt sich einen Anteil der globalen Queue: ${goroutine} läuft${others.length === 0 ? '' : `, und ${list(others)} ${others.length === 1 ? 'kommt' : 'kommen'} in die eigene Queue`}.`,
    steals: (thief, victim, loot, goroutine, rest) =>
      `${thief} hat nichts zu tun und stiehlt die Hälfte der Queue von ${victim}: ${list(loot)}. ${goroutine} läuft${rest.length === 0 ? '' : `, und ${list(rest)} ${rest.length === 1 ? 'kommt' : 'kommen'} in die eigene Queue`}.`,
    lastResort: (thief, goroutine, victim) => `Alle Queues sind leer. Als letzten Ausweg nimmt ${thief} ${goroutine} vom Platz der Nächsten auf ${victim}.`,
  },
  stack: {
    start: (size, name, used) => `Eine neue Goroutine hat einen Stack von ${size}, und ${name} belegt davon ${bytes(used)} Bytes.`,
    fits: (name, need, free) => `${name} wird aufgerufen. Gebraucht werden ${bytes(need)} Bytes, und ${bytes(free)} sind frei.`,
    grows: (name, need, free, size, isMoreThanTwice, kept) =>
      `${name} braucht ${bytes(need)} Bytes, und ${bytes(free)} sind frei. Ein neuer Stack von ${size}${isMoreThanTwice ? ' (verdoppelt, bis es passt)' : ''} wird angelegt, ${bytes(kept)} Bytes werden kopiert, und der alte wird zurückgegeben.`,
    returns: (name) => `${name} kehrt zurück. Die Bytes sind wieder frei, und der Stack bleibt so groß, wie er ist.`,
    smallest: (size) => `Die Garbage Collection sieht nach: Kleiner als ${size} wird ein Stack nicht.`,
    stays: (kept, size) => `Die Garbage Collection sieht nach: ${bytes(kept)} von ${bytes(size)} Bytes sind belegt, ein Viertel oder mehr. Er bleibt.`,
    shrinks: (size, kept) => `Die Garbage Collection findet weniger als ein Viertel belegt. Der Stack zieht in einen halb so großen um, ${size}, und ${bytes(kept)} Bytes werden kopiert.`,
    copied: (count) => `Bisher kopiert: ${bytes(count)} Bytes.`,
    title: (made, size) => `Stack ${made}, ${size}`,
    givenBack: (made, size) => `Stack ${made}, ${size}, zurückgegeben`,
    frames: 'Frames',
    free: 'frei',
    empty: 'leer',
  },
};
