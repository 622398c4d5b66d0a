import { go, WaitGroup } from 'happens-before/go';

const deletions = new WaitGroup();
const gone = new Set<string>();

async function onDelete(pod: string) {
  gone.add(pod);
  deletions.done();
}

deletions.add(2); // we have deleted a and b
go('watch', async () => {
  await onDelete('a');
  await onDelete('a'); // the stream was cut, and began again
  await onDelete('b');
});
await deletions.wait();
console.log('gone:', gone.size);
