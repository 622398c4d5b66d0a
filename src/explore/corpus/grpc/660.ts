/**
 * grpc_660 · Channel
 * A benchmark client starts a call and waits for its answer or for `stop`, whichever comes first. If it is stopped while the call
 * is out, nobody is left to take the answer.
 * @expects leak chan send
 * @oracle deterministic
 * @rate 100
 */
import { chan, go, select } from 'happens-before/go';

const CALLS = 2;

class BenchmarkClient {
  readonly stop = chan<void>();

  async callInLoop() {
    for (let call = 1; call <= CALLS; call++) {
      const answered = chan<boolean>();
      go('call', async () => {
        await answered.send(true); // nobody receives, once the loop has been left
      });
      const stopped = await select(
        this.stop.onReceive(() => true),
        answered.onReceive(() => false),
      );
      if (stopped) return;
    }
    await this.stop.receive();
  }
}

const client = new BenchmarkClient();

go('client', async () => {
  await client.callInLoop();
});
go('stopper', async () => {
  await client.stop.send();
});
