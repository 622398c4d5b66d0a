import { chan, go } from 'happens-before/go';

export function submit<T>(work: () => Promise<T>) {
  const done = chan<never>();
  let value: T;
  go(async () => {
    value = await work();
    done.close();
  });
  return {
    async result(): Promise<T> {
      await done.receive();
      return value;
    },
  };
}
