/** The figure in an edition whose interface is German: its own words are German, and what the engine says of a run is marked as English. */
import { expect, it, vi } from 'vitest';
import { partsWords, renderStill } from './index.ts';
import { lostUpdate } from './testing/index.ts';

vi.mock('#words', async () => (await import('#words/catalogues')).catalogues.de);

const html = renderStill(lostUpdate);

it('names the columns of the table, and what it adds to a step, in that language', () => {
  expect(html).toContain('<th scope="col">Schritt</th><th scope="col">Task</th><th scope="col">Tut</th>');
  expect(html).toContain('<span lang="de">stattdessen könnte');
  expect(html).not.toMatch(/could go instead|step by step/);
});

it('marks what the engine says as English, and nothing around it', () => {
  expect(html).toContain('<tbody lang="en">');
  expect(html).toMatch(/<p class="decided" lang="en">/);
  expect(html).toContain('aria-label="Tabelle der Schritte">');
});

it('says in that language where two orders part', () => {
  expect(partsWords({ index: 1, parent: 0, step: 5, goes: 'b' })).toBe('bei Schritt 5 geht b weiter');
});
