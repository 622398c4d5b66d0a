/**
 * grpc_3090 · Data race
 * A wrapper builds its resolver and stores it in a field. Building already reports a state, which starts a task that calls the resolver
 * through that field: it may look before the assignment.
 * @expects race wrapper.resolver
 * @expects error TypeError: Cannot read properties of undefined (reading 'resolveNow')
 * @oracle none
 * @rate unknown
 */
import { go, Mutex } from 'happens-before/go';

interface Connection {
  updateState(): Promise<void>;
}

class Resolver {
  async build(connection: Connection): Promise<Resolver> {
    await connection.updateState();
    return this;
  }

  async resolveNow(): Promise<void> {
    console.log('resolved');
  }
}

class ResolverWrapper implements Connection {
  readonly mutex = new Mutex();
  resolver: Resolver | undefined;

  /** Called back while the resolver is being built. */
  async updateState(): Promise<void> {
    await this.mutex.lock();
    go('poll', async () => {
      await this.resolveNow();
    });
    this.mutex.unlock();
  }

  async resolveNow(): Promise<void> {
    await this.mutex.lock();
    await this.resolver!.resolveNow();
    this.mutex.unlock();
  }
}

const wrapper = new ResolverWrapper();
// The lock is held where the field is read. Nobody holds it where the field is written.
wrapper.resolver = await new Resolver().build(wrapper);
