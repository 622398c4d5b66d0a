import { chan, close, go, select } from 'happens-before/go';

const news = chan<string>();
const done = chan<void>();
const inbox = chan<string>(2);

go('broker', async () => {
  let open = true;
  while (open) {
    await select(
      news.onReceive((text) => inbox.send(text!)),
      done.onReceive(() => { open = false; }),
    );
  }
  inbox.close();
});

await news.send('rain');
await news.send('sun');
close(done);
for await (const text of inbox) console.log(text);
