import { Condition, Thread } from 'happens-before/threading';
const c = new Condition();
async function waiter() {
  await c.with(async () => { console.log(await c.wait(0.002)); });
}
const t = new Thread({ target: waiter });
t.start();
await c.with(async () => {
  c.notify();
  console.log('notified');
});
await t.join();
