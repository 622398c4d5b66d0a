/**
 * etcd_6708 · Double lock
 * Syncing holds the cluster client's lock for writing. If the leader is wanted first, it asks the cluster who that is, through the
 * same client, which takes the lock for reading.
 * @expects leak sync.RWMutex.RLock
 * @oracle deterministic
 * @rate unknown
 */
import { go, RWMutex } from 'happens-before/go';

class ClusterClient {
  readonly mu = new RWMutex();
  endpoints = ['a', 'b'];

  readonly leaderFirst: boolean;

  constructor(leaderFirst: boolean) {
    this.leaderFirst = leaderFirst;
  }

  async sync() {
    await this.mu.lock();
    await this.setEndpoints(['b', 'c']);
    this.mu.unlock();
  }

  async setEndpoints(endpoints: string[]) {
    this.endpoints = endpoints;
    if (!this.leaderFirst) return;
    const leader = await new Members(this).leader();
    this.endpoints.sort((a, b) => Number(b === leader) - Number(a === leader));
  }

  async request(path: string): Promise<string> {
    await this.mu.rLock(); // sync() holds it for writing
    const [first] = this.endpoints;
    this.mu.rUnlock();
    return `${path} from ${first}`;
  }
}

class Members {
  readonly client: ClusterClient;

  constructor(client: ClusterClient) {
    this.client = client;
  }

  async leader(): Promise<string> {
    return await this.client.request('/leader');
  }
}

go('test', async () => {
  await new ClusterClient(true).sync();
});
