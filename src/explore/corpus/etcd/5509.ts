/**
 * etcd_5509 · Double lock
 * A client that has been closed is noticed under its lock for reading, and the early return keeps the lock. Closing takes the lock
 * for writing, lets it go for a moment, and never gets it back.
 * @expects leak sync.RWMutex.Lock
 * @oracle deterministic
 * @rate unknown
 */
import { chan, close, go, RWMutex } from 'happens-before/go';

class Client {
  readonly mu = new RWMutex();
  isClosed = false;

  async close() {
    await this.mu.lock();
    this.isClosed = true;
    this.mu.unlock(); // while the connection shuts down
    await this.mu.lock();
    console.log('closed');
    this.mu.unlock();
  }
}

/** Tries until there is a connection, or the client is closed. */
async function acquire(client: Client): Promise<string> {
  for (let attempt = 0; attempt < 2; attempt++) {
    await client.mu.rLock();
    if (client.isClosed) return 'closed'; // the lock stays with the reader
    client.mu.rUnlock();
  }
  return 'no connection';
}

go('test', async () => {
  const client = new Client();
  const done = chan<void>();
  go('get', async () => {
    await acquire(client);
    close(done);
  });
  await client.close();
  await done.receive();
});
