import { Thread } from 'happens-before/threading';

export interface Handle<T> {
  result(): Promise<T>;
}

export function spawn<T>(fn: () => Promise<T>): Handle<T> {
  let value: unknown;
  const thread = new Thread({
    target: async () => {
      try {
        value = await fn();
      } catch (error) {
        value = error;
      }
    },
  });
  thread.start();
  return {
    async result() {
      await thread.join();
      return value as T;
    },
  };
}
