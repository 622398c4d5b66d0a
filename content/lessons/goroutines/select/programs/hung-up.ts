import { chan, go, select } from 'happens-before/go';

const ann = chan<string>();
const bo = chan<string>();

go('ann', () => ann.close());
go('bo', () => bo.send('hello'));

let heard: string | undefined;
for (let i = 0; i < 3 && heard === undefined; i++) {
  heard = await select(
    ann.onReceive((word) => word),
    bo.onReceive((word) => word),
  );
}
console.log(heard);
