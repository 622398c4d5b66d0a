import { chan, go } from 'happens-before/go';

export function submit<T>(work: () => Promise<T>) {
  const done = chan<never>();
  let value: T;
  go(async () => {
    try {
      value = await work();
    } catch (error) {
      console.log('failed:', String(error));
    }
    done.close();
  });
  return {
    async result(): Promise<T> {
      await done.receive();
      return value;
    },
  };
}
