import { chan } from 'happens-before/go';

const inbox = chan<number>(10);
let dropped = 0;

for (let news = 1; news <= 25; news++) {
  if (inbox.length === inbox.capacity) {
    await inbox.receive();
    dropped++;
  }
  await inbox.send(news);
}
console.log('kept', inbox.length, 'dropped', dropped);
console.log('the first to be read is', await inbox.receive());
