import { chan, go } from 'happens-before/go';

const counts = chan<number>();

async function count(box: string[]) {
  let red = 0;
  for (const marble of box) if (marble === 'red') red += 1;
  await counts.send(box.length);
}

go(count, ['red', 'red']);
go(count, ['red', 'red', 'red']);
const one = (await counts.receive()) ?? 0;
const other = (await counts.receive()) ?? 0;
console.log('red marbles:', one + other);
