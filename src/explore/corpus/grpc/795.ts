/**
 * grpc_795 · Double lock
 * A graceful stop locks the server, notes that it drains, and never unlocks. Stopping twice has to be harmless, and a test stops
 * three times: the second call waits for the first one's lock, and so does the server itself.
 * @expects leak sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle flaky
 * @rate unknown
 */
import { go, Mutex } from 'happens-before/go';

class Server {
  readonly mu = new Mutex();
  isDraining = false;

  async serve() {
    await this.mu.lock();
    if (!this.isDraining) console.log('serving');
    this.mu.unlock();
  }

  async gracefulStop() {
    await this.mu.lock();
    if (this.isDraining) {
      this.mu.unlock();
      return;
    }
    this.isDraining = true;
    // no unlock here
  }
}

async function stopsOften() {
  const server = new Server();
  go('server', async () => {
    await server.serve();
  });
  for (let call = 0; call < 3; call++) await server.gracefulStop();
}

go('test', stopsOften);
