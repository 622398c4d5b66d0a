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
  const output = chan<string>();
  const all: string[] = new Array(100);
  const atWork = new WaitGroup();
  let next = 0;

  go('foreman', async () => {
    const jobs = chan<[number, string]>();
    for (let i = 0; i < irons; i++) {
      atWork.go(async () => {
        for await (const [place, shirt] of jobs) {
          all[place] = await iron(shirt);
        }
      });
    }
    for await (const shirt of input) await jobs.send([next++, shirt]);
    jobs.close();
    await atWork.wait();
    for (const shirt of all.slice(0, next)) await output.send(shirt);
    output.close();
  });
  return output;
}
