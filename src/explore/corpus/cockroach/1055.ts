/**
 * cockroach_1055 · Chan+WaitGroup
 * Stopping holds the stopper's mutex while it waits for the tasks, and then for the workers. A worker that starts a task wants the
 * mutex; one that has started it waits for the stop, for which nothing comes any more.
 * @expects leak chan receive, chan receive, sync.Mutex.Lock, sync.WaitGroup.Wait
 * @oracle flaky
 * @rate unknown
 */
import { atomic, chan, close, go, Mutex, WaitGroup } from 'happens-before/go';

class Stopper {
  readonly mu = new Mutex();
  readonly isDraining = new atomic.Bool();
  readonly tasks = new WaitGroup();
  readonly workers = new WaitGroup();
  readonly stopped = chan<void>();

  async startTask(): Promise<boolean> {
    if (this.isDraining.load()) return false;
    await this.mu.lock();
    this.tasks.add(1);
    this.mu.unlock();
    return true;
  }

  async quiesce() {
    await this.mu.lock();
    this.isDraining.store(true);
    await this.tasks.wait();
    this.isDraining.store(false);
    this.mu.unlock();
  }

  async stop() {
    await this.mu.lock();
    this.isDraining.store(true);
    await this.tasks.wait();
    close(this.stopped);
    await this.workers.wait(); // a worker may want the mutex
    this.mu.unlock();
  }
}

async function work(stopper: Stopper) {
  const started = await stopper.startTask();
  await stopper.stopped.receive();
  if (started) stopper.tasks.done();
  stopper.workers.done();
}

go('test', async () => {
  const stoppers = [new Stopper(), new Stopper()];
  for (const stopper of stoppers) {
    stopper.workers.add(1);
    go(work, stopper);
  }
  const done = chan<void>();
  go('stop', async () => {
    for (const stopper of stoppers) await stopper.quiesce();
    for (const stopper of stoppers) await stopper.stop();
    close(done);
  });
  await done.receive();
});
