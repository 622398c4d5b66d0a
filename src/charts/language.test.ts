/** Charts in an edition whose interface is German. */
import { expect, it, vi } from 'vitest';
import { chartsOf, rowsOf, toFigure } from './index.ts';

vi.mock('#words', async () => (await import('#words/catalogues')).catalogues.de);

const measured = {
  kind: 'function',
  name: 'api',
  series: { backlog: [{ at: 0, waiting: 0, inFlight: 0 }, { at: 1500, waiting: 2, inFlight: 1, oldest: 1500 }] },
  numbers: { cost: { requests: 0.02, duration: 0, provisioned: 0, provisionedDuration: 0, storage: 0 } },
};
const charts = chartsOf(measured);

it('have titles, names and units in that language', () => {
  expect(charts.map(({ title }) => title)).toEqual(['api: was es kostete', 'api: wie viele in der Queue warten', 'api: wie alt die älteste Nachricht in der Queue ist']);
  expect(rowsOf(charts[1]!)[0]).toEqual(['Zeit', 'wartet', 'in Arbeit']);
  expect(toFigure(charts[1]!)).toContain('<summary>Die Zahlen</summary>');
});

it('write numbers as that language does', () => {
  expect(rowsOf(charts[0]!).at(-1)).toEqual(['Requests', '0,02 $']);
  expect(rowsOf(charts[1]!).map(([time]) => time)).toEqual(['Zeit', '0 ms', '1,5 s', 'Maximum']);
});
