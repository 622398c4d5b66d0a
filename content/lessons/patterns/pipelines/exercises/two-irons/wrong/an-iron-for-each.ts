import { chan, go, type Chan } from 'happens-before/go';

type Iron = (shirt: string) => Promise<string>;

export function ironAll(
  input: Chan<string>,
  _irons: number,
  iron: Iron,
) {
  const output = chan<string>();
  const order = chan<Chan<string>>(1000);

  go('foreman', async () => {
    for await (const shirt of input) {
      const place = chan<string>(1);
      await order.send(place);
      go('iron', async () => {
        await place.send(await iron(shirt));
      });
    }
    order.close();
  });
  go('collector', async () => {
    for await (const place of order) {
      await output.send((await place.receive())!);
    }
    output.close();
  });
  return output;
}
