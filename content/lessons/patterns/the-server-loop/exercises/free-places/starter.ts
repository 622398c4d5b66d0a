import { chan, go, type RecvChan } from 'happens-before/go';

type Serve = (visitor: string) => Promise<void>;

/** Serves whoever comes, until the door is closed. */
export async function serveAll(
  door: RecvChan<string>,
  limit: number,
  serve: Serve,
) {
  const places = chan<boolean>(limit);
  for await (const visitor of door) {
    go(async () => {
      await places.send(true);
      await serve(visitor);
      await places.receive();
    });
  }
}
