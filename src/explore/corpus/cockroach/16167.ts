/**
 * cockroach_16167 · RWR
 * A statement runs under the lock of a condition variable, which is nothing but the reading side of the configuration's lock. Deep
 * within, the statement takes the reading side by its own name; an update of the configuration may have queued up by then.
 * @expects leak sync.RWMutex.RLock, sync.RWMutex.Lock
 * @oracle flaky
 * @rate 1
 */
import { Cond, go, RWMutex } from 'happens-before/go';

class Executor {
  readonly configMu = new RWMutex();
  readonly configChanged = new Cond(this.configMu.rLocker());
  config = 'v1';

  async execute(statement: string) {
    await this.configChanged.l.lock(); // the reading side of configMu
    await this.prepare(statement);
    this.configChanged.l.unlock();
  }

  async prepare(statement: string) {
    const database = await this.databaseCache();
    console.log(statement, 'with', database);
  }

  async databaseCache(): Promise<string> {
    await this.configMu.rLock(); // execute() holds it already
    const config = this.config;
    this.configMu.rUnlock();
    return config;
  }

  async updateConfig() {
    await this.configMu.lock();
    this.config = 'v2';
    this.configMu.unlock();
    this.configChanged.broadcast();
  }
}

const executor = new Executor();

go('gossip', async () => {
  await executor.updateConfig();
});
go('session', async () => {
  await executor.execute('select 1');
});
