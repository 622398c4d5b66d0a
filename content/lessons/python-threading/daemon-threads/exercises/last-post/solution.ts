import { Queue, Thread } from 'happens-before/threading';

export type Deliver = (letter: string) => Promise<void>;

/** A post office with so many postmen. */
export function open(postmen: number, deliver: Deliver) {
  const letters = new Queue<string | undefined>();

  async function walk() {
    for (;;) {
      const letter = await letters.get();
      if (letter === undefined) return;
      await deliver(letter);
    }
  }

  const threads = Array.from(
    { length: postmen },
    () => new Thread({ target: walk }),
  );
  for (const thread of threads) thread.start();

  return {
    post: (letter: string) => letters.put(letter),
    /** No letters after this. Waits for the last one. */
    async close() {
      for (const _ of threads) await letters.put(undefined);
      for (const thread of threads) await thread.join();
    },
  };
}
