import {
  chan,
  go,
  now,
  sleep,
  type Chan,
} from 'happens-before/go';

const inboxes: Chan<string>[] = [];

function subscribe(name: string, ms: number) {
  const inbox = chan<string>();
  inboxes.push(inbox);
  go(name, async () => {
    for await (const news of inbox) {
      console.log(name, news, now());
      await sleep(ms);
    }
  });
}

subscribe('ann', 100);
subscribe('bo', 1);
for (const news of ['rain', 'wind', 'sun']) {
  for (const inbox of inboxes) await inbox.send(news);
}
for (const inbox of inboxes) inbox.close();
await sleep(500);
