/**
 * etcd_7443 · Chan+lock
 * A balancer sends the addresses to connect to with its mutex held. The watcher, the only one who receives them, takes down a
 * connection, and that makes the balancer send once more: the watcher waits for itself, and everybody else for the mutex. Address
 * 0 also stands for "none is pinned", so a second connection pins itself after the first.
 * @expects leak chan receive, chan send, sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle none
 * @rate unknown
 */
import { chan, close, go, Mutex } from 'happens-before/go';

type Down = () => Promise<void>;

class Balancer {
  readonly #all = [0, 1];
  readonly #mu = new Mutex();
  readonly notify = chan<number[]>(1);
  #pinned = 0;
  #closed = false;

  async start() {
    await this.notify.send(this.#all);
  }

  async up(address: number): Promise<Down> {
    await this.#mu.lock();
    if (!this.#closed && this.#pinned === 0) {
      this.#pinned = address;
      await this.notify.send([address]);
    }
    this.#mu.unlock();
    return async () => {
      await this.#mu.lock();
      if (!this.#closed && this.#pinned === address) {
        this.#pinned = 0;
        await this.notify.send(this.#all);
      }
      this.#mu.unlock();
    };
  }

  async close() {
    await this.#mu.lock();
    if (!this.#closed) close(this.notify);
    this.#closed = true;
    this.#mu.unlock();
  }
}

class Connection {
  readonly #mu = new Mutex();
  #down: Down | undefined;

  async connect(balancer: Balancer, address: number) {
    await this.#mu.lock();
    this.#down = await balancer.up(address);
    this.#mu.unlock();
  }

  async tearDown() {
    await this.#mu.lock();
    await this.#down?.();
    this.#down = undefined;
    this.#mu.unlock();
  }
}

class Client {
  readonly #mu = new Mutex();
  readonly #balancer: Balancer;
  #connections: Map<number, Connection> | undefined = new Map();

  constructor(balancer: Balancer) {
    this.#balancer = balancer;
  }

  async watchAddresses() {
    for await (const wanted of this.#balancer.notify) {
      await this.#mu.lock();
      const connections = this.#connections ?? new Map<number, Connection>();
      const added = wanted.filter((address) => !connections.has(address));
      const removed = [...connections].filter(([address]) => !wanted.includes(address));
      for (const [address] of removed) connections.delete(address);
      this.#mu.unlock();
      for (const address of added) await this.#connect(address);
      for (const [, connection] of removed) await connection.tearDown();
    }
  }

  async #connect(address: number) {
    const connection = new Connection();
    await this.#mu.lock();
    const isOpen = this.#connections !== undefined;
    this.#connections?.set(address, connection);
    this.#mu.unlock();
    if (isOpen) {
      go('connection', async () => {
        await connection.connect(this.#balancer, address);
      });
    }
  }

  async close() {
    await this.#mu.lock();
    const connections = this.#connections ?? new Map<number, Connection>();
    this.#connections = undefined;
    this.#mu.unlock();
    await this.#balancer.close();
    for (const connection of connections.values()) await connection.tearDown();
  }
}

go('test', async () => {
  const balancer = new Balancer();
  await balancer.start();
  const client = new Client(balancer);
  go('watcher', async () => {
    await client.watchAddresses();
  });

  const closed = chan<void>();
  go('balancer closer', async () => {
    await balancer.close();
    close(closed);
  });
  go('client closer', async () => {
    await client.close();
  });
  await closed.receive();
});
