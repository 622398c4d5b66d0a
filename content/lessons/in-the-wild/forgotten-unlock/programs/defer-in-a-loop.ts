import { deferred, Mutex } from 'happens-before/go';

const desk = new Mutex();
const shelf: string[] = [];

await deferred(async (defer) => {
  for (const thing of ['umbrella', '', 'glove']) {
    await desk.lock();
    defer(() => desk.unlock());
    if (thing === '') continue;
    shelf.push(thing);
  }
});
console.log(shelf.length, 'on the shelf');
