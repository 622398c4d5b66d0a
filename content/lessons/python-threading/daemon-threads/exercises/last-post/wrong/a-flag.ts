import { Event, Queue, Thread } from 'happens-before/threading';

export type Deliver = (letter: string) => Promise<void>;

export function open(postmen: number, deliver: Deliver) {
  const letters = new Queue<string>();
  const stop = new Event();
  async function walk() {
    while (!stop.isSet()) await deliver(await letters.get());
  }

  const threads = Array.from(
    { length: postmen },
    () => new Thread({ target: walk }),
  );
  for (const thread of threads) thread.start();

  return {
    post: (letter: string) => letters.put(letter),
    async close() {
      stop.set();
      for (const thread of threads) await thread.join();
    },
  };
}
