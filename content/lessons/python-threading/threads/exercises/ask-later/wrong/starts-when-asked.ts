import { Thread } from 'happens-before/threading';

export interface Handle<T> {
  result(): Promise<T>;
}

export function spawn<T>(fn: () => Promise<T>): Handle<T> {
  return {
    async result() {
      let value: T | undefined;
      let failed = false;
      let error: unknown;
      const thread = new Thread({
        target: async () => {
          try {
            value = await fn();
          } catch (thrown) {
            failed = true;
            error = thrown;
          }
        },
      });
      thread.start();
      await thread.join();
      if (failed) throw error;
      return value as T;
    },
  };
}
