/**
 * cockroach_35073 · Channel
 * An outbox ends without saying on its row channel that nobody takes rows any more. Those who pushed a row into the full channel
 * wait on, and so does whoever pushes one later.
 * @expects leak chan send, chan send
 * @oracle deterministic
 * @rate unknown
 */
import { chan, go, WaitGroup } from 'happens-before/go';

const ROWS = 2;

class Outbox {
  readonly rows = chan<number>(ROWS);
  readonly finished = new WaitGroup();

  async push(row: number) {
    await this.rows.send(row);
  }

  start() {
    this.finished.go(async () => this.mainLoop());
  }

  mainLoop() {
    // The connection broke: it returns at once, and neither drains the rows nor says that it is closed.
  }
}

go('flow', async () => {
  const outbox = new Outbox();
  for (let row = 1; row <= ROWS; row++) await outbox.push(row);

  go('pusher', async () => {
    await outbox.push(ROWS + 1);
  });
  outbox.start();
  await outbox.finished.wait();
  await outbox.push(ROWS + 2);
});
