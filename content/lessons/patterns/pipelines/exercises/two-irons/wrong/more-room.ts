import {
  chan,
  go,
  WaitGroup,
  type Chan,
} from 'happens-before/go';

type Iron = (shirt: string) => Promise<string>;

export function ironAll(
  input: Chan<string>,
  irons: number,
  iron: Iron,
) {
  const output = chan<string>(10);
  const atWork = new WaitGroup();

  for (let i = 0; i < irons; i++) {
    atWork.go(async () => {
      for await (const shirt of input) {
        await output.send(await iron(shirt));
      }
    });
  }
  go('porter', async () => {
    await atWork.wait();
    output.close();
  });
  return output;
}
