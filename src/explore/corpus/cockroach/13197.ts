/**
 * cockroach_13197 · Chan+ctx
 * A transaction starts a goroutine that waits for the end of the transaction's own context. Whoever neither commits nor rolls back
 * never ends it.
 * @expects leak chan receive
 * @oracle deterministic
 * @rate 100
 */
import { context, go } from 'happens-before/go';

class Transaction {
  readonly #ctx: context.Context;
  readonly #cancel: () => void;

  constructor(parent: context.Context) {
    [this.#ctx, this.#cancel] = context.withCancel(parent);
    go('watcher', async () => {
      await this.#ctx.done().receive();
      this.rollBack();
    });
  }

  rollBack() {
    this.#cancel();
  }
}

class Database {
  begin(ctx: context.Context) {
    return new Transaction(ctx);
  }
}

const database = new Database();
database.begin(context.background()); // and nothing more
