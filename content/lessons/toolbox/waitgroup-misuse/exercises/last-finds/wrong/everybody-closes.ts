import { chan, WaitGroup, type SendChan } from
  'happens-before/go';

type Digger = (finds: SendChan<string>) => Promise<void>;

export async function collect(diggers: Digger[]) {
  const finds = chan<string>();
  const wg = new WaitGroup();
  for (const dig of diggers) {
    wg.go(async () => {
      await dig(finds);
      finds.close();
    });
  }
  const all: string[] = [];
  for await (const find of finds) all.push(find);
  await wg.wait();
  return all.sort();
}
