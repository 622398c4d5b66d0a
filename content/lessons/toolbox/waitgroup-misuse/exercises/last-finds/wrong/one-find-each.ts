import { chan, WaitGroup, type SendChan } from
  'happens-before/go';

type Digger = (finds: SendChan<string>) => Promise<void>;

export async function collect(diggers: Digger[]) {
  const finds = chan<string>();
  const wg = new WaitGroup();
  for (const dig of diggers) wg.go(() => dig(finds));
  const all: string[] = [];
  for (const _ of diggers) all.push((await finds.receive())!);
  await wg.wait();
  return all.sort();
}
