/**
 * kubernetes_70892 · Anonymous function
 * Nodes are scored by several workers at once. The function that they share writes to the rows of one slice, made outside of it, and
 * picks them by priority only: every node writes to the same rows.
 * @expects race row.scores
 * @oracle none
 * @rate unknown
 */
import { chan, WaitGroup } from 'happens-before/go';

async function parallelize(workers: number, pieces: number, work: (piece: number) => Promise<void>): Promise<void> {
  const todo = chan<number>(pieces);
  for (let piece = 0; piece < pieces; piece++) await todo.send(piece);
  todo.close();
  const group = new WaitGroup();
  for (let i = 0; i < workers; i++) {
    group.go(async () => {
      for await (const piece of todo) await work(piece);
    });
  }
  await group.wait();
}

interface Row {
  scores: readonly number[];
}

const row: Row = { scores: [0, 0] };
const rowsByPriority = [row];

await parallelize(2, 2, async (node) => {
  for (const priority of rowsByPriority) {
    priority.scores = priority.scores.map((score, i) => (i === node ? score + 1 : score));
  }
});
console.log(row.scores.join(' '));
