import { Condition, Thread } from 'happens-before/threading';

const oven = new Condition();
const cakes: string[] = [];

async function eat() {
  await oven.acquire();
  if (cakes.length === 0) await oven.wait();
  console.log(cakes.pop() ?? 'an empty plate');
  oven.release();
}

new Thread({ target: eat, name: 'Mia' }).start();
new Thread({ target: eat, name: 'Leo' }).start();

await oven.acquire();
cakes.push('cake');
oven.notifyAll();
oven.release();
