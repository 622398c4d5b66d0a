import { Thread } from 'happens-before/threading';

async function shop(basket: string[]) {
  basket.push('milk');
}

// A process works on a copy of what it is given.
const copyOf = structuredClone;

const ours: string[] = [];
const theirs: string[] = [];
const thread = new Thread({
  name: 'thread', target: shop, args: [ours],
});
const child = new Thread({
  name: 'process', target: shop, args: [copyOf(theirs)],
});
thread.start();
child.start();
await thread.join();
await child.join();
console.log('given to a thread:', ours);
console.log('given to a process:', theirs);
