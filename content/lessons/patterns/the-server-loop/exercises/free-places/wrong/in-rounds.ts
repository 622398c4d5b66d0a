import { WaitGroup, type RecvChan } from 'happens-before/go';

type Serve = (visitor: string) => Promise<void>;

export async function serveAll(
  door: RecvChan<string>,
  limit: number,
  serve: Serve,
) {
  let isOpen = true;
  while (isOpen) {
    const round = new WaitGroup();
    for (let place = 0; place < limit && isOpen; place++) {
      const [visitor, ok] = await door.receiveOk();
      isOpen = ok;
      if (!ok) break;
      round.go(async () => {
        try {
          await serve(visitor!);
        } catch {
          // Bad luck.
        }
      });
    }
    await round.wait();
  }
}
