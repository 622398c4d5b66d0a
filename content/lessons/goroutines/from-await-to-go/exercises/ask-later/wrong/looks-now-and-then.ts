import { go, sleep } from 'happens-before/go';

export function start<T>(work: () => Promise<T>) {
  let result: { value: T } | undefined;
  go('worker', async () => {
    result = { value: await work() };
  });
  return async () => {
    while (result === undefined) await sleep(10);
    return result.value;
  };
}
