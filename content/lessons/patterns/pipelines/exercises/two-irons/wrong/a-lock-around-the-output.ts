import {
  chan,
  go,
  Mutex,
  WaitGroup,
  type Chan,
} from 'happens-before/go';

type Iron = (shirt: string) => Promise<string>;

export function ironAll(
  input: Chan<string>,
  irons: number,
  iron: Iron,
) {
  const output = chan<string>();
  const mutex = new Mutex();
  const atWork = new WaitGroup();

  for (let i = 0; i < irons; i++) {
    atWork.go(async () => {
      for await (const shirt of input) {
        const ironed = await iron(shirt);
        await mutex.lock();
        await output.send(ironed);
        mutex.unlock();
      }
    });
  }
  go('porter', async () => {
    await atWork.wait();
    output.close();
  });
  return output;
}
