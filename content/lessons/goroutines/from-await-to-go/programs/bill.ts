import { go } from 'happens-before/go';

let sum = 0;

async function add(item: string) {
  const price = await ask(item);
  sum += price;
}

go(add, 'tea');
go(add, 'cake');
console.log('that makes', sum);

async function ask(item: string) {
  return item === 'tea' ? 3 : 5;
}
