import { Queue, Thread } from 'happens-before/threading';

export type Deliver = (letter: string) => Promise<void>;

export function open(postmen: number, deliver: Deliver) {
  const letters = new Queue<string | undefined>();

  async function walk() {
    for (;;) {
      const letter = await letters.get();
      if (!letter) return;
      await deliver(letter);
    }
  }

  const men: Thread[] = [];
  for (let i = 0; i < postmen; i += 1) {
    const man = new Thread({ target: walk });
    men.push(man);
    man.start();
  }

  return {
    post: (letter: string) => letters.put(letter),
    close: async () => {
      for (let i = 0; i < men.length; i += 1) await letters.put(undefined);
      for (const man of men) await man.join();
    },
  };
}
