/**
 * grpc_1424 · Channel
 * A dialling goroutine waits until the watcher of addresses is done. The watcher leaves its loop when the balancer closes the
 * channel of addresses, and forgets to close `watched`.
 * @expects leak chan receive
 * @oracle deterministic
 * @rate 100
 */
import { chan, close, go, Mutex, type Chan } from 'happens-before/go';

class Connection {
  readonly mu = new Mutex();

  async tearDown() {
    await this.mu.lock();
    this.mu.unlock();
  }
}

class ClientConn {
  readonly addresses = chan<string>();
  readonly connections = [new Connection()];

  async watchAddresses(_watched: Chan<void>) {
    for await (const _address of this.addresses) {
      for (const connection of this.connections) await connection.tearDown();
    }
    // close(watched) is missing here
  }

  async dial(ready: Chan<void>) {
    const watched = chan<void>();
    go('watcher', async () => {
      await this.watchAddresses(watched);
    });
    await watched.receive();
    close(ready);
  }
}

const client = new ClientConn();
const ready = chan<void>(1);

go('dialler', async () => {
  await client.dial(ready);
});
close(client.addresses);
