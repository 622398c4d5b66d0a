import { WaitGroup } from 'happens-before/go';

const asked = new WaitGroup();
let wish: string;

for (const guest of ['Ann', 'Bo']) {
  asked.go(async function waiter() {
    wish = await ask(guest);
    console.log(guest, 'wants', wish);
  });
}
await asked.wait();

async function ask(guest: string) {
  return guest === 'Ann' ? 'tea' : 'milk';
}
