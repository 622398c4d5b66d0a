import { go, WaitGroup } from 'happens-before/go';

const inside = new WaitGroup();

inside.add(1);
go('guide', async () => {
  for (const name of ['Ann', 'Bo']) {
    inside.add(1);
    go(name, async () => {
      console.log(name, 'was inside');
      inside.done();
    });
  }
  inside.done();
});

await inside.wait();
console.log('locked');
