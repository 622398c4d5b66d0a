import { chan, go } from 'happens-before/go';

const reports = chan<string>();

async function report(text: string) {
  await reports.send(text);
}

go('a', report, 'a: full');
go('b', report, 'b: full');
console.log(await reports.receive());
reports.close();
