import { chan, go } from 'happens-before/go';

/** Starts `work`, and says where to ask for its result. */
export function submit<T>(work: () => Promise<T>) {
  const results = chan<T>();
  go(async () => {
    await results.send(await work());
  });
  return {
    async result(): Promise<T> {
      return (await results.receive())!;
    },
  };
}
