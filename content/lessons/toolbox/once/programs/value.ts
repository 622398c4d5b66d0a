import { onceValue, WaitGroup } from 'happens-before/go';

const readMap = onceValue<string>(() => {
  throw new Error('the cellar is locked');
});

const wg = new WaitGroup();
for (const name of ['Ann', 'Bo']) {
  wg.go(async () => {
    try {
      console.log(name, 'sees', await readMap());
    } catch (error) {
      console.log(name, 'hears', (error as Error).message);
    }
  });
}
await wg.wait();
