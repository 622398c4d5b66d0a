/**
 * cockroach_13755 · Chan+ctx
 * The rows of a query have a goroutine that waits for their context. Closing the rows ends the context; a caller who reads them and
 * forgets to close them leaves the goroutine behind.
 * @expects leak chan receive
 * @oracle deterministic
 * @rate 100
 */
import { context, go } from 'happens-before/go';

class Rows {
  readonly #values: string[];
  readonly #cancel: () => void;

  constructor(parent: context.Context, values: string[]) {
    this.#values = values;
    const [ctx, cancel] = context.withCancel(parent);
    this.#cancel = cancel;
    go('watcher', async () => {
      await ctx.done().receive();
      this.close();
    });
  }

  next() {
    return this.#values.shift();
  }

  close() {
    this.#cancel();
  }
}

const rows = new Rows(context.background(), ['ann', 'bob']);
while (rows.next() !== undefined);
