/**
 * istio_8214 · Data race
 * A cache counts its writes atomically, in a field of its statistics. Whoever asks for the statistics gets a copy of all fields, made
 * by plain reads, while others count.
 * @expects race statistics.writes
 * @oracle none
 * @rate unknown
 */
import { Mutex, WaitGroup } from 'happens-before/go';

class Statistics {
  writes = 0;
}

class LruCache {
  // Go's atomic.AddUint64 acts on a plain field. A lock that only the counting takes stands for it here.
  readonly atomically = new Mutex();
  readonly statistics = new Statistics();

  async set(): Promise<void> {
    await this.atomically.lock();
    this.statistics.writes += 1;
    this.atomically.unlock();
  }

  async copyStatistics(): Promise<Statistics> {
    const { writes } = this.statistics;
    return { writes };
  }
}

class CheckServer {
  readonly cache = new LruCache();

  async check(request: string): Promise<void> {
    await this.cache.set();
    const { writes } = await this.cache.copyStatistics();
    console.log(`${request}: ${writes} writes`);
  }
}

const server = new CheckServer();
const requests = new WaitGroup();
for (const request of ['a', 'b']) {
  requests.go(async () => {
    await server.check(request);
  });
}
await requests.wait();
