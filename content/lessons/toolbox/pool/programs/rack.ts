import { chan, WaitGroup } from 'happens-before/go';

const lines = chan<string>(2);
for (const line of ['red', 'blue']) await lines.send(line);

const wg = new WaitGroup();
for (const name of ['Ann', 'Bo', 'Cy']) {
  wg.go(async () => {
    const line = (await lines.receive())!;
    console.log(name, 'on the', line, 'line');
    await lines.send(line);
  });
}
await wg.wait();
