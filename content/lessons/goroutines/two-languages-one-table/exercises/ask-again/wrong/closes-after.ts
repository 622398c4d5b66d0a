import { chan, go } from 'happens-before/go';

export function submit<T>(work: () => Promise<T>) {
  const results = chan<T>(1);
  go(async () => {
    await results.send(await work());
    results.close();
  });
  return {
    async result(): Promise<T> {
      return (await results.receive())!;
    },
  };
}
