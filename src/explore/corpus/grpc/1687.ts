/**
 * grpc_1687 · Misuse channel
 * A transport's writes go through a channel, and writing the final status closes it. A handler that writes once more afterwards asks
 * only whether the transport was closed, and sends on a channel that was.
 * @expects panic send on closed channel
 * @oracle none
 * @rate unknown
 */
import { chan, go, otherwise, select, sleep } from 'happens-before/go';

type Write = () => void;

class HandlerTransport {
  readonly closed = chan<never>();
  readonly writes = chan<Write>();

  async do(write: Write): Promise<void> {
    const isClosed = await select(
      this.closed.onReceive(() => true),
      otherwise(() => false),
    );
    if (isClosed) return;
    await select(this.writes.onSend(write), this.closed.onReceive());
  }

  async writeStatus(): Promise<void> {
    await this.do(() => console.log('status'));
    this.writes.close();
  }

  async write(): Promise<void> {
    await this.do(() => console.log('body'));
  }

  async runStream(): Promise<void> {
    for (;;) {
      const goesOn = await select(
        this.writes.onReceive((write, ok) => {
          write?.();
          return ok;
        }),
        this.closed.onReceive(() => false),
      );
      if (!goesOn) return;
    }
  }
}

const transport = new HandlerTransport();
go('handler', async () => {
  await transport.writeStatus();
  await transport.write();
});
await transport.runStream();
await sleep(10);
