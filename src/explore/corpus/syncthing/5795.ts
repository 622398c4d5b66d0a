/**
 * syncthing_5795 · Channel
 * The dispatcher of a connection calls the model, the model closes the connection, and closing waits until the dispatcher has
 * stopped: the dispatcher waits for itself.
 * @expects leak chan receive, chan receive
 * @oracle deterministic
 * @rate unknown
 */
import { chan, close, go, Once, select } from 'happens-before/go';

type Message = 'cluster config' | 'ping';

class Connection {
  readonly inbox = chan<Message>();
  readonly dispatcherStopped = chan<void>();
  readonly #closed = chan<void>();
  readonly #closing = new Once();

  start(onClusterConfig: () => Promise<void>) {
    go('reader', async () => {
      await this.#closed.receive();
    });
    go('dispatcher', async () => {
      await this.#dispatch(onClusterConfig);
      close(this.dispatcherStopped);
    });
  }

  async #dispatch(onClusterConfig: () => Promise<void>) {
    for (;;) {
      const message = await select(
        this.inbox.onReceive((message) => message),
        this.#closed.onReceive(() => undefined),
      );
      if (message === undefined) return;
      if (message === 'cluster config') await onClusterConfig();
    }
  }

  async close() {
    await this.#closing.do(async () => {
      close(this.#closed);
      await this.dispatcherStopped.receive(); // the dispatcher is the one who waits here
    });
  }
}

go('peer', async () => {
  const connection = new Connection();
  connection.start(async () => {
    await connection.close();
  });
  await connection.inbox.send('cluster config');
  await connection.dispatcherStopped.receive();
});
