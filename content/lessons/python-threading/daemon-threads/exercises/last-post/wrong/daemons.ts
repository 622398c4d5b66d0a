import { Queue, Thread } from 'happens-before/threading';

export type Deliver = (letter: string) => Promise<void>;

/** A post office with so many postmen. */
export function open(postmen: number, deliver: Deliver) {
  const letters = new Queue<string>();

  async function walk() {
    for (;;) await deliver(await letters.get());
  }

  for (let i = 0; i < postmen; i += 1) {
    new Thread({ target: walk, daemon: true }).start();
  }

  return {
    post: (letter: string) => letters.put(letter),
    /** No letters after this. Waits for the last one. */
    close: async () => {},
  };
}
