import { chan, go } from 'happens-before/go';

/** Starts `work`, and says where to ask for its result. */
export function submit<T>(work: () => Promise<T>) {
  const done = chan<never>();
  let outcome: () => T;
  go(async () => {
    try {
      const value = await work();
      outcome = () => value;
    } catch (error) {
      outcome = () => {
        throw error;
      };
    }
    done.close();
  });
  return {
    async result(): Promise<T> {
      await done.receive();
      return outcome();
    },
  };
}
