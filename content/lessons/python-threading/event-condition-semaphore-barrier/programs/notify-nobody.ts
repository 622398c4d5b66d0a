import { Condition, Thread } from 'happens-before/threading';

const post = new Condition();

async function reader() {
  await post.with(async () => {
    await post.wait();
    console.log('reads the letter');
  });
}

new Thread({ target: reader, name: 'Nora' }).start();
await post.with(async () => post.notify());
