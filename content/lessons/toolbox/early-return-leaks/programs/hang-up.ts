import { chan, go } from 'happens-before/go';

const reports = chan<string>();

async function report(text: string) {
  await reports.send(text);
}

go('a', report, 'a is full');
go('b', report, 'b is full');
console.log(await reports.receive());
reports.close();
