/**
 * grpc_2371 · Misuse channel
 * `close` takes a connection's balancer away, and an update that the resolver is just delivering uses it without asking whether it is
 * still there. The lock makes each of the two whole, and says nothing about which comes first.
 * @expects error TypeError: Cannot read properties of undefined (reading 'handleAddresses')
 * @oracle none
 * @rate unknown
 */
import { chan, go, Mutex, otherwise, select } from 'happens-before/go';

class Balancer {
  /** Holds the latest update only. */
  readonly updates = chan<string>(1);

  async handleAddresses(addresses: string): Promise<void> {
    await select(this.updates.onReceive(), otherwise());
    await this.updates.send(addresses);
  }
}

class ClientConnection {
  readonly mutex = new Mutex();
  balancer: Balancer | undefined = new Balancer();

  async handleServiceConfig(): Promise<void> {
    await this.mutex.lock();
    await this.balancer!.handleAddresses('10.0.0.1');
    this.mutex.unlock();
  }

  async close(): Promise<void> {
    await this.mutex.lock();
    this.balancer = undefined;
    this.mutex.unlock();
  }
}

function dial(): ClientConnection {
  const connection = new ClientConnection();
  go('resolver', async () => {
    await connection.handleServiceConfig();
  });
  return connection;
}

await dial().close();
