/**
 * serving_6171 · Testing library
 * A manager starts a watcher, the watcher starts a check, and the check logs to the test that started it all. Nobody waits for
 * either, so the log can come after the end of the test, which the framework answers with a panic.
 * @expects panic Log in goroutine after TestManager has completed
 * @oracle none
 * @rate unknown
 */
import { go, Mutex, panic, sleep } from 'happens-before/go';

class Test {
  readonly mutex = new Mutex();
  finished = false;

  async log(line: string): Promise<void> {
    await this.mutex.lock();
    if (this.finished) panic('Log in goroutine after TestManager has completed');
    console.log(line);
    this.mutex.unlock();
  }

  async finish(): Promise<void> {
    await this.mutex.lock();
    this.finished = true;
    this.mutex.unlock();
  }
}

class RevisionWatcher {
  readonly test: Test;

  constructor(test: Test) {
    this.test = test;
  }

  async run(): Promise<void> {
    go('checkDestinations', async () => {
      await this.test.log('no destinations');
    });
  }
}

class BackendsManager {
  async startWatcher(test: Test): Promise<void> {
    const watcher = new RevisionWatcher(test);
    go('watcher', async () => {
      await watcher.run();
    });
  }
}

const test = new Test();
await new BackendsManager().startWatcher(test);
await test.finish();
// Other tests run on in the same process.
await sleep(10);
