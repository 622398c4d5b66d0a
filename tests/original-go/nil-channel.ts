import { chan, close, go, nil, select } from 'happens-before/go';
let a = chan<number>();
let b = chan<number>();
let open = 2;
const [first, second] = [a, b];
go(async () => { await first.send(1); close(first); });
go(async () => { await second.send(2); close(second); });
while (open > 0) {
  await select(
    a.onReceive((n, ok) => {
      if (ok) console.log('a', n);
      else [a, open] = [nil<number>(), open - 1];
    }),
    b.onReceive((n, ok) => {
      if (ok) console.log('b', n);
      else [b, open] = [nil<number>(), open - 1];
    }),
  );
}
console.log('end');
