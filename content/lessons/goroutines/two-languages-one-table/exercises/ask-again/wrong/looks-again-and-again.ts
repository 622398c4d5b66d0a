import { go, sleep } from 'happens-before/go';

export function submit<T>(work: () => Promise<T>) {
  let done = false;
  let value: T;
  go(async () => {
    value = await work();
    done = true;
  });
  return {
    async result(): Promise<T> {
      while (!done) await sleep(1);
      return value;
    },
  };
}
