/**
 * grpc_1353 · Chan+lock
 * The balancer sends an address with its mutex held. The watcher that receives the addresses first takes down old connections, and
 * that tells the balancer, which locks the mutex.
 * @expects leak chan receive, chan send, sync.Mutex.Lock
 * @oracle none
 * @rate 100
 */
import { chan, close, go, Mutex } from 'happens-before/go';

const UPDATES = 2;

class RoundRobin {
  readonly #mu = new Mutex();
  readonly addresses = chan<string>();
  readonly updated = chan<void>();

  start() {
    go('balancer', async () => {
      for (let update = 1; update <= UPDATES; update++) await this.#notify(`10.0.0.${update}`);
      close(this.updated);
    });
  }

  async #notify(address: string) {
    await this.#mu.lock();
    await this.addresses.send(address);
    this.#mu.unlock();
  }

  async down() {
    await this.#mu.lock();
    this.#mu.unlock();
  }

  async stop() {
    await this.#mu.lock();
    close(this.addresses);
    this.#mu.unlock();
  }
}

class Connection {
  readonly #mu = new Mutex();
  readonly #balancer: RoundRobin;

  constructor(balancer: RoundRobin) {
    this.#balancer = balancer;
  }

  async tearDown() {
    await this.#mu.lock();
    await this.#balancer.down();
    this.#mu.unlock();
  }
}

const balancer = new RoundRobin();
const connections = [new Connection(balancer), new Connection(balancer)];

balancer.start();
go('watcher', async () => {
  for await (const _address of balancer.addresses) {
    for (const connection of connections) await connection.tearDown();
  }
});
go('closer', async () => {
  await balancer.updated.receive();
  await balancer.stop();
});
