import { Lock, Thread } from 'happens-before/threading';

const seats = new Map<string, string>();
const lock = new Lock();

async function book(who: string) {
  await lock.with(async () => {
    if (seats.has('12A')) return;
    seats.set('12A', who);
    console.log(who); // the ticket
  });
}

const buyers = ['Ada', 'Bob'].map(
  (who) => new Thread({ target: book, args: [who], name: who }),
);
for (const buyer of buyers) buyer.start();
for (const buyer of buyers) await buyer.join();
