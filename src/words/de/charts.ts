import type { charts as english } from '../en/charts.ts';

export const charts: typeof english = {
  figure: { picture: 'Bild', table: 'Tabelle', numbers: 'Die Zahlen' },
  titles: {
    concurrency: 'Requests in Arbeit',
    counts: 'bisherige Cold Starts, Throttles und Fehler',
    latency: 'wie lange die Aufrufer warteten',
    cost: 'was es kostete',
    depth: 'wie viele in der Queue warten',
    age: 'wie alt die älteste Nachricht in der Queue ist',
    iteratorAge: 'wie alt der letzte Datensatz jedes Batches ist',
  },
  lines: {
    provisioned: 'bereitgestellt',
    onDemand: 'bei Bedarf',
    initializing: 'startet',
    coldStarts: 'Cold Starts',
    throttles: 'Throttles',
    errors: 'Fehler',
    waiting: 'wartet',
    inFlight: 'in Arbeit',
    oldest: 'älteste',
    age: 'Alter',
    average: 'Mittel',
    longest: 'längste',
    requests: 'Requests',
    duration: 'Dauer',
    keptWarm: 'Warmhalten',
    workWhenWarm: 'Arbeit, warm',
  },
  table: { time: 'Zeit', dollars: 'US-Dollar', most: 'Maximum' },
  units: { requests: 'Requests', messages: 'Nachrichten', dollars: (amount) => `${amount} $` },
};
