import { Queue, Thread } from 'happens-before/threading';

export interface Handle<T> {
  result(): Promise<T>;
}

type End<T> = { value: T } | { error: unknown };

export function spawn<T>(fn: () => Promise<T>): Handle<T> {
  const ends = new Queue<End<T>>();
  new Thread({
    target: async () => {
      try {
        await ends.put({ value: await fn() });
      } catch (error) {
        await ends.put({ error });
      }
    },
  }).start();
  return {
    async result() {
      const end = await ends.get();
      if ('error' in end) throw end.error;
      return end.value;
    },
  };
}
