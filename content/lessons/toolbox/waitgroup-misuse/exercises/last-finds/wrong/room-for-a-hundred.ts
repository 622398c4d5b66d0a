import { chan, WaitGroup, type SendChan } from 'happens-before/go';
type Digger = (finds: SendChan<string>) => Promise<void>;
export async function collect(diggers: Digger[]) {
  const finds = chan<string>(100);
  const wg = new WaitGroup();
  for (const dig of diggers) wg.go(() => dig(finds));
  await wg.wait();
  finds.close();
  const all: string[] = [];
  for await (const find of finds) all.push(find);
  return all.sort();
}
