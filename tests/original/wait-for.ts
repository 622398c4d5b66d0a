import { Condition, Thread } from 'happens-before/threading';
const c = new Condition();
let n = 0;
async function add() {
  for (let i = 0; i < 2; i++) {
    await c.acquire();
    n += 1;
    c.notify();
    c.release();
  }
}
const t = new Thread({ target: add });
t.start();
await c.acquire();
console.log(await c.waitFor(() => n >= 1), n);
c.release();
await t.join();
