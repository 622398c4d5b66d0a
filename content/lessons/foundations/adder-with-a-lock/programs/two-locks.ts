import { Lock, Thread } from 'happens-before/threading';

const red = new Lock();
const blue = new Lock();

async function repaint(from: Lock, to: Lock) {
  await from.acquire();
  await to.acquire();
  console.log('one marble changes its bucket');
  to.release();
  from.release();
}

const a = new Thread({
  target: repaint,
  args: [red, blue],
  name: 'a',
});
a.start();
const b = new Thread({
  target: repaint,
  args: [blue, red],
  name: 'b',
});
b.start();
