import { chan, go, type RecvChan } from 'happens-before/go';

type Serve = (visitor: string) => Promise<void>;

export async function serveAll(
  door: RecvChan<string>,
  limit: number,
  serve: Serve,
) {
  const places = chan<boolean>(limit);
  for (;;) {
    await places.send(true);
    const [visitor, isOpen] = await door.receiveOk();
    if (!isOpen) break;
    go(async () => {
      try {
        await serve(visitor!);
      } catch (error) {
        console.log(visitor, 'was not served:', String(error));
      } finally {
        await places.receive();
      }
    });
  }
}
