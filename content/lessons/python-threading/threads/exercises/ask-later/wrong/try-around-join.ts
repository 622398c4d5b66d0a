import { Thread } from 'happens-before/threading';

export interface Handle<T> {
  result(): Promise<T>;
}

export function spawn<T>(fn: () => Promise<T>): Handle<T> {
  let value: T | undefined;
  const thread = new Thread({
    target: async () => {
      value = await fn();
    },
  });
  thread.start();
  return {
    async result() {
      try {
        await thread.join();
        return value as T;
      } catch (error) {
        console.log(error);
        throw error;
      }
    },
  };
}
