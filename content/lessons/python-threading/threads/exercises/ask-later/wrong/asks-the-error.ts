import { Thread } from 'happens-before/threading';

export interface Handle<T> {
  result(): Promise<T>;
}

export function spawn<T>(fn: () => Promise<T>): Handle<T> {
  let value: T | undefined;
  let error: unknown;
  const thread = new Thread({
    target: async () => {
      try {
        value = await fn();
      } catch (thrown) {
        error = thrown;
      }
    },
  });
  thread.start();
  return {
    async result() {
      await thread.join();
      if (error) throw error;
      return value as T;
    },
  };
}
