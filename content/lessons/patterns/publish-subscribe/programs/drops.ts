import { chan, otherwise, select } from 'happens-before/go';

const inbox = chan<number>(10);
let kept = 0;
let dropped = 0;

for (let news = 1; news <= 25; news++) {
  await select(
    inbox.onSend(news, () => { kept++; }),
    otherwise(() => { dropped++; }),
  );
}
console.log('kept', kept, 'dropped', dropped);
console.log('the first to be read is', await inbox.receive());
