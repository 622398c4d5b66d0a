import { go } from 'happens-before/go';

export function submit<T>(work: () => Promise<T>) {
  let value: T;
  go(async () => {
    value = await work();
  });
  return {
    async result(): Promise<T> {
      return value;
    },
  };
}
