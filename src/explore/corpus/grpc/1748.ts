/**
 * grpc_1748 · Data race
 * A test changes how long a connection may take, for the whole package, and puts the old value back when it is done. The connection
 * that it opened is still being made, in a task that reads the value.
 * @expects race minConnectTimeout
 * @oracle none
 * @rate unknown
 */
import { go, Mutex, WaitGroup } from 'happens-before/go';

/** Seconds. */
let minConnectTimeout = 10;

class AddressConnection {
  async connect(): Promise<void> {
    go('transport', async () => {
      console.log(`connect within ${minConnectTimeout} s`);
    });
  }
}

class Balancer {
  async handleResolvedAddresses(): Promise<void> {
    await new AddressConnection().connect();
  }
}

class ClientConnection {
  readonly mutex = new Mutex();
  balancer: Balancer | undefined;

  async watch(): Promise<void> {
    await this.mutex.lock();
    const balancer = this.balancer;
    this.mutex.unlock();
    if (balancer !== undefined) await balancer.handleResolvedAddresses();
  }

  async switchBalancer(): Promise<void> {
    go('watcher', async () => {
      await this.watch();
    });
    await this.mutex.lock();
    this.balancer = new Balancer();
    this.mutex.unlock();
  }
}

async function testDial(): Promise<void> {
  const before = minConnectTimeout;
  minConnectTimeout = 1;
  await new ClientConnection().switchBalancer();
  minConnectTimeout = before;
}

const tests = new WaitGroup();
tests.go(testDial);
await tests.wait();
