import { Queue, Thread } from 'happens-before/threading';

export type Deliver = (letter: string) => Promise<void>;

export function open(postmen: number, deliver: Deliver) {
  const letters = new Queue<string>();

  async function walk() {
    for (;;) await deliver(await letters.get());
  }

  const threads = Array.from(
    { length: postmen },
    () => new Thread({ target: walk }),
  );
  for (const thread of threads) thread.start();

  return {
    post: (letter: string) => letters.put(letter),
    async close() {
      for (const thread of threads) await thread.join();
    },
  };
}
