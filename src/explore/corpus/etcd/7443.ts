/**
 * etcd_7443 · Chan+lock
 * A balancer sends the addresses to connect to with its mutex held. The watcher, the only one who receives them, takes down a
 * connection, and that makes the balancer send once more: the watcher waits for itself, and everybody else for the mutex. Address
 * 0 also stands for "none is pinned", so a second connection pins itself after the first.
 * @expects leak chan receive, chan send, sync.Mutex.Lock
 * @oracle none
 * @rate unknown
 */
import { chan, close, go, Mutex } from 'happens-before/go';

const ADDRESSES = [0, 1];

class Balancer {
  readonly #mu = new Mutex();
  readonly notify = chan<number[]>(1);
  #pinned = 0;
  #closed = false;

  async up(address: number) {
    await this.#mu.lock();
    if (!this.#closed && this.#pinned === 0) {
      this.#pinned = address;
      await this.notify.send([address]);
    }
    this.#mu.unlock();
  }

  async down(address: number) {
    await this.#mu.lock();
    if (!this.#closed && this.#pinned === address) {
      this.#pinned = 0;
      await this.notify.send(ADDRESSES);
    }
    this.#mu.unlock();
  }

  async close() {
    await this.#mu.lock();
    this.#closed = true;
    close(this.notify);
    this.#mu.unlock();
  }
}

class Connection {
  readonly #mu = new Mutex();
  #isUp = false;

  async connect(balancer: Balancer, address: number) {
    await this.#mu.lock();
    await balancer.up(address);
    this.#isUp = true;
    this.#mu.unlock();
  }

  async tearDown(balancer: Balancer, address: number) {
    await this.#mu.lock();
    if (this.#isUp) await balancer.down(address);
    this.#isUp = false;
    this.#mu.unlock();
  }
}

/** Keeps connections to those addresses that the balancer named last. */
async function watchAddresses(balancer: Balancer) {
  const connections = new Map<number, Connection>();
  for await (const wanted of balancer.notify) {
    const removed = [...connections].filter(([address]) => !wanted.includes(address));
    for (const address of wanted.filter((address) => !connections.has(address))) {
      const connection = new Connection();
      connections.set(address, connection);
      go('connection', async () => {
        await connection.connect(balancer, address);
      });
    }
    for (const [address, connection] of removed) {
      connections.delete(address);
      await connection.tearDown(balancer, address);
    }
  }
}

go('test', async () => {
  const balancer = new Balancer();
  await balancer.notify.send(ADDRESSES);
  go('watcher', watchAddresses, balancer);
  const closed = chan<void>();
  go('closer', async () => {
    await balancer.close();
    close(closed);
  });
  await closed.receive();
});
