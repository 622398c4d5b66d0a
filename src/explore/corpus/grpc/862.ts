/**
 * grpc_862 · Chan+ctx
 * Dialling connects in a goroutine and waits for it. If it is cancelled, it returns nothing, and closes nothing: the goroutine goes on
 * connecting. Here nobody answers, and it tries twice before it only waits to be closed.
 * @expects leak chan receive
 * @oracle deterministic
 * @rate 100
 */
import { after, chan, context, go, select } from 'happens-before/go';

const TRIES = 2;

class Client {
  readonly connected = chan<void>();
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
  go('connection', async () => {
    await client.connect();
  });
  return select(
    client.connected.onReceive(() => client),
    ctx.done().onReceive(() => undefined), // and the client is not closed
  );
}

const [ctx, cancel] = context.withCancel(context.background());
go(dial, ctx);
go('canceller', cancel);
