import { WaitGroup } from 'happens-before/go';

const asked = new WaitGroup();
let sum = 0;

async function add(item: string) {
  const price = await ask(item);
  sum += price;
}

asked.go(() => add('tea'));
asked.go(() => add('cake'));
await asked.wait();
console.log('that makes', sum);

async function ask(item: string) {
  return item === 'tea' ? 3 : 5;
}
