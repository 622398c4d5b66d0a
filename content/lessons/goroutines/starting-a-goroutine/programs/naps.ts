import { go, sleep } from 'happens-before/go';

async function pour(kind: string) {
  console.log(`poured ${kind}`);
}

go(pour, 'green');
await sleep(1000);
console.log('surely by now?');
