import { Queue, ShutDown, Thread } from 'happens-before/threading';

export type Deliver = (letter: string) => Promise<void>;

export function open(postmen: number, deliver: Deliver) {
  const letters = new Queue<string>();

  async function walk() {
    try {
      for (;;) await deliver(await letters.get());
    } catch (error) {
      if (!(error instanceof ShutDown)) throw error;
    }
  }

  const threads = Array.from(
    { length: postmen },
    () => new Thread({ target: walk }),
  );
  for (const thread of threads) thread.start();

  return {
    post: (letter: string) => letters.put(letter),
    async close() {
      letters.shutdown(true);
      for (const thread of threads) await thread.join();
    },
  };
}
