import { chan, go, type Chan } from 'happens-before/go';

type Iron = (shirt: string) => Promise<string>;

export function ironAll(
  input: Chan<string>,
  irons: number,
  iron: Iron,
) {
  const output = chan<string>();
  go('foreman', async () => {
    let open = true;
    while (open) {
      const round: Promise<string>[] = [];
      while (round.length < irons) {
        const shirt = await input.receive();
        open = shirt !== undefined;
        if (shirt === undefined) break;
        round.push(iron(shirt));
      }
      for (const shirt of await Promise.all(round)) {
        await output.send(shirt);
      }
    }
    output.close();
  });
  return output;
}
