/**
 * grpc_862 · Chan+ctx
 * Dialling starts to connect in a goroutine. If it is cancelled, it has no result yet and closes the result only, not the client
 * whose goroutine goes on connecting. Here that one tries twice and then waits to be closed.
 * @expects leak chan receive
 * @oracle deterministic
 * @rate 100
 */
import { after, context, go, otherwise, select } from 'happens-before/go';

const TRIES = 2;

class Client {
  readonly #ctx: context.Context;
  readonly #cancel: () => void;

  constructor() {
    [this.#ctx, this.#cancel] = context.withCancel(context.background());
  }

  async connect() {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const closed = await select(
        after(2 * attempt).onReceive(() => false),
        this.#ctx.done().onReceive(() => true),
      );
      if (closed) return;
    }
    await this.#ctx.done().receive();
  }

  close() {
    this.#cancel();
  }
}

async function dial(ctx: context.Context): Promise<Client | undefined> {
  const client = new Client();
  let result: Client | undefined;
  go('connection', async () => {
    await client.connect();
  });
  await select(
    ctx.done().onReceive(() => {
      result?.close(); // nothing is assigned to it yet
    }),
    otherwise(),
  );
  return result;
}

const [ctx, cancel] = context.withCancel(context.background());
go(dial, ctx);
go('canceller', cancel);
