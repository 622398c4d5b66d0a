import {
  chan,
  go,
  select,
  type Chan,
} from 'happens-before/go';

const joining = chan<Chan<string>>();
const news = chan<string>();

go('broker', async () => {
  const inboxes: Chan<string>[] = [];
  for (let i = 0; i < 3; i++) {
    await select(
      joining.onReceive((inbox) => { inboxes.push(inbox!); }),
      news.onReceive(async (text) => {
        for (const inbox of inboxes) await inbox.send(text!);
      }),
    );
  }
  for (const inbox of inboxes) inbox.close();
});
go('editor', async () => {
  await news.send('rain');
  await news.send('sun');
});

const inbox = chan<string>(2);
await joining.send(inbox);
for await (const text of inbox) console.log(text);
