import { Thread } from 'happens-before/threading';

export interface Handle<T> {
  /** Waits for the thread. Gives or throws what `fn` did. */
  result(): Promise<T>;
}

interface End<T> {
  failed: boolean;
  value?: T;
  error?: unknown;
}

/** Starts `fn` in a thread of its own, at once. */
export function spawn<T>(fn: () => Promise<T>): Handle<T> {
  const end: End<T> = { failed: false };
  const thread = new Thread({
    target: async () => {
      try {
        end.value = await fn();
      } catch (error) {
        end.failed = true;
        end.error = error;
      }
    },
  });
  thread.start();
  return {
    async result() {
      await thread.join();
      if (end.failed) throw end.error;
      return end.value as T;
    },
  };
}
