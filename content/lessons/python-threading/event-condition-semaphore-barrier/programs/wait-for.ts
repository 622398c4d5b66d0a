import { Condition, Thread } from 'happens-before/threading';

const post = new Condition();
let letters = 0;

async function reader() {
  await post.with(async () => {
    await post.waitFor(() => letters > 0);
    letters -= 1;
    console.log('reads a letter');
  });
}

new Thread({ target: reader, name: 'Nora' }).start();
await post.with(async () => {
  letters += 1;
  post.notify();
});
