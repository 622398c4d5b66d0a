import { chan, type RecvChan, WaitGroup } from 'happens-before/go';

type Serve = (visitor: string) => Promise<void>;

export async function serveAll(
  door: RecvChan<string>,
  limit: number,
  serve: Serve,
) {
  const places = chan<boolean>(limit);
  const served = new WaitGroup();
  for (;;) {
    await places.send(true);
    const [visitor, isOpen] = await door.receiveOk();
    if (!isOpen) break;
    served.go(async () => {
      try {
        await serve(visitor!);
      } catch (error) {
        console.log(visitor, 'was not served:', String(error));
      }
    });
    await places.receive();
  }
  await served.wait();
}
