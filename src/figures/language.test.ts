/** Figures in an edition whose interface is German. */
import { expect, it, vi } from 'vitest';
import { runQueues, stackGrowth } from './index.ts';

vi.mock('#words', async () => (await import('#words/catalogues')).catalogues.de);

/** Every kind of move, so that every sentence is said. */
const everything = ['P0 starts 6', 'P1 looks', 'P0 parks', 'P0 wakes G1', 'P0 preempts', 'P0 calls', 'P0 retakes', 'M0 returns', 'P1 ends', 'P1 ends', 'P1 ends', 'P1 ends', 'P0 ends', 'P0 ends'];

it('say what happens in that language, and name what is drawn in it', () => {
  const boards = [...runQueues(everything, { room: 4 }), ...stackGrowth(['calls f 600', 'calls g 9000', 'returns', 'collects', 'collects', 'collects', 'collects'])];
  expect(boards.filter(({ say }) => /\b(the|and|queue is|bytes)\b/.test(say)).map(({ say }) => say)).toEqual([]);
  expect(boards[1]!.groups[0]!.lines.map(({ label }) => label)).toEqual(['läuft', 'Nächste', 'Queue']);
  expect(boards.at(-1)!.say).toMatch(/Bisher kopiert: [\d.]+ Bytes\.$/);
});
