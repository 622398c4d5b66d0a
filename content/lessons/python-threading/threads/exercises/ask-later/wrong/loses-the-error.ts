import { Thread } from 'happens-before/threading';

export interface Handle<T> {
  /** Waits for the thread. Gives or throws what `fn` did. */
  result(): Promise<T>;
}

/** Starts `fn` in a thread of its own, at once. */
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
      await thread.join();
      return value as T;
    },
  };
}
