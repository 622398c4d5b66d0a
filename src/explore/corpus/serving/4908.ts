/**
 * serving_4908 · Testing library
 * A test starts a task that writes to the test's log, and does not wait for it. When the test ends, the framework marks it as
 * finished, on purpose without the log's lock, so that a late log is a race.
 * @expects race test.finished
 * @oracle none
 * @rate unknown
 */
import { go, Mutex, panic, WaitGroup } from 'happens-before/go';

class Test {
  readonly name: string;
  readonly mutex = new Mutex();
  readonly lines: string[] = [];
  finished = false;

  constructor(name: string) {
    this.name = name;
  }

  async run(body: (test: Test) => Promise<void>): Promise<void> {
    await body(this);
    this.finished = true;
  }

  async log(line: string): Promise<void> {
    await this.mutex.lock();
    if (this.finished) panic(`Log in goroutine after ${this.name} has completed`);
    this.lines.push(line);
    this.mutex.unlock();
  }
}

class RevisionWatcher {
  readonly test: Test;

  constructor(test: Test) {
    this.test = test;
  }

  /** The caller is back before the check has been made. */
  async runOnce(): Promise<void> {
    go('checkDestinations', async () => {
      await this.test.log('no destinations');
    });
  }
}

const test = new Test('TestWatcher');
await test.run(async () => {
  const watcher = new RevisionWatcher(test);
  const running = new WaitGroup();
  running.go(async () => {
    await watcher.runOnce();
  });
  await running.wait();
});
