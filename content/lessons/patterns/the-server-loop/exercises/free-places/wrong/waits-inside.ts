import { chan, type RecvChan, WaitGroup } from 'happens-before/go';

type Serve = (visitor: string) => Promise<void>;

export async function serveAll(
  door: RecvChan<string>,
  limit: number,
  serve: Serve,
) {
  const places = chan<boolean>(limit);
  const served = new WaitGroup();
  for await (const visitor of door) {
    served.go(async () => {
      await places.send(true);
      try {
        await serve(visitor);
      } catch (error) {
        console.log(visitor, 'was not served:', String(error));
      } finally {
        await places.receive();
      }
    });
  }
  await served.wait();
}
