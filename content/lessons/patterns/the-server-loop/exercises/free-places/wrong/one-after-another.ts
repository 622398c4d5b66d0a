import type { RecvChan } from 'happens-before/go';

type Serve = (visitor: string) => Promise<void>;

export async function serveAll(
  door: RecvChan<string>,
  _limit: number,
  serve: Serve,
) {
  for await (const visitor of door) {
    try {
      await serve(visitor);
    } catch (error) {
      console.log(visitor, 'was not served:', String(error));
    }
  }
}
