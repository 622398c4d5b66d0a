import { Future, InvalidStateError, Thread } from 'happens-before/threading';
const f = new Future<number>();
async function settle(n: number) {
  try {
    f.setResult(n);
    console.log(n, 'first');
  } catch (error) {
    if (error instanceof InvalidStateError) console.log(n, 'late');
  }
}
const ts = [1, 2].map((n) => new Thread({ target: settle, args: [n] }));
for (const t of ts) t.start();
console.log(await f.result());
for (const t of ts) await t.join();
