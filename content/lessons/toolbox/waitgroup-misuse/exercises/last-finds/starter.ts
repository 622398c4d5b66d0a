import { chan, WaitGroup, type SendChan } from
  'happens-before/go';

type Digger = (finds: SendChan<string>) => Promise<void>;

/** All that the diggers find. */
export async function collect(diggers: Digger[]) {
  const finds = chan<string>();
  const wg = new WaitGroup();
  for (const dig of diggers) wg.go(() => dig(finds));
  wg.go(async function closer() {
    await wg.wait();
    finds.close();
  });
  const all: string[] = [];
  for await (const find of finds) all.push(find);
  return all.sort();
}
