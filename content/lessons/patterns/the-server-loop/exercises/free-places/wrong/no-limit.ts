import { type RecvChan, WaitGroup } from 'happens-before/go';

type Serve = (visitor: string) => Promise<void>;

export async function serveAll(
  door: RecvChan<string>,
  _limit: number,
  serve: Serve,
) {
  const served = new WaitGroup();
  for await (const visitor of door) {
    served.go(async () => {
      try {
        await serve(visitor);
      } catch (error) {
        console.log(visitor, 'was not served:', String(error));
      }
    });
  }
  await served.wait();
}
