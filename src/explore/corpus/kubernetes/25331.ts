/**
 * kubernetes_25331 · Chan+ctx
 * A watch that meets an error cancels its context first and then sends the error as its last result. Nobody takes results of a watch
 * that is cancelled.
 * @expects leak chan send
 * @oracle deterministic
 * @rate 100
 */
import { chan, context, go, select } from 'happens-before/go';

class WatchChannel {
  readonly #errors = chan<string>();
  readonly results = chan<string>();
  readonly ctx: context.Context;
  readonly #cancel: () => void;

  constructor() {
    [this.ctx, this.#cancel] = context.withCancel(context.background());
  }

  async run() {
    await select(
      this.#errors.onReceive(async (error) => {
        this.#cancel();
        await this.results.send(`error: ${error}`);
      }),
      this.ctx.done().onReceive(),
    );
  }

  async stop() {
    await this.#errors.send('the watch was stopped');
    this.#cancel();
  }
}

const watch = new WatchChannel();
go('watch', async () => {
  await watch.run();
});
go('stopper', async () => {
  await watch.stop();
});
