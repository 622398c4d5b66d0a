/**
 * cockroach_9935 · Double lock
 * Writing a log entry holds the log's mutex. If the file cannot be made, it calls the function that ends the process, and that
 * function wants the same mutex, to flush the log.
 * @expects leak sync.Mutex.Lock
 * @oracle flaky
 * @rate 100
 */
import { go, Mutex } from 'happens-before/go';

class Disk {
  readonly mu = new Mutex();
  free = 1;

  /** Takes one block, and says whether there was one. */
  async take(): Promise<boolean> {
    await this.mu.lock();
    const found = this.free > 0;
    if (found) this.free -= 1;
    this.mu.unlock();
    return found;
  }
}

class Log {
  readonly mu = new Mutex();
  readonly lines: string[] = [];

  constructor(readonly disk: Disk) {}

  async write(line: string) {
    await this.mu.lock();
    const error = await this.createFile();
    if (error !== undefined) await this.exit(error);
    else this.lines.push(line);
    this.mu.unlock();
  }

  async createFile(): Promise<Error | undefined> {
    return (await this.disk.take()) ? undefined : new Error('no space left');
  }

  async exit(error: Error) {
    await this.mu.lock(); // write() holds it
    this.lines.push(`fatal: ${error.message}`);
    this.mu.unlock();
  }
}

const disk = new Disk();
const log = new Log(disk);

go('server', async () => {
  await log.write('started');
});
// Somebody else may have taken the last block before.
await disk.take();
