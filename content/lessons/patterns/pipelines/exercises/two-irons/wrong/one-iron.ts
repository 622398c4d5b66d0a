import { chan, go, type Chan } from 'happens-before/go';

type Iron = (shirt: string) => Promise<string>;

export function ironAll(
  input: Chan<string>,
  _irons: number,
  iron: Iron,
) {
  const output = chan<string>();
  go('iron', async () => {
    for await (const shirt of input) {
      await output.send(await iron(shirt));
    }
    output.close();
  });
  return output;
}
