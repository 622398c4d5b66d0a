import { go, WaitGroup } from 'happens-before/go';

const wg = new WaitGroup();

async function say(first: string, then: string) {
  console.log(first);
  console.log(then);
}

wg.go(async () => say('a1', 'a2'));
wg.go(async () => say('b1', 'b2'));
await wg.wait();
