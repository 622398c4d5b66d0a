/**
 * etcd_6857 · Channel
 * Asking a node for its status sends the request to the node's loop, and listens to nothing else. Once the loop has stopped, nobody
 * takes the request.
 * @expects leak chan send
 * @oracle flaky
 * @rate 19
 */
import { chan, close, go, select, type Chan } from 'happens-before/go';

class Node {
  readonly #status = chan<Chan<string>>();
  readonly #stop = chan<void>();
  readonly #done = chan<void>();

  async run() {
    for (;;) {
      const stopped = await select(
        this.#status.onReceive(async (answer) => {
          await answer?.send('leader');
          return false;
        }),
        this.#stop.onReceive(() => true),
      );
      if (stopped) break;
    }
    close(this.#done);
  }

  async status() {
    const answer = chan<string>();
    await this.#status.send(answer);
    return answer.receive();
  }

  async stop() {
    await select(this.#stop.onSend(undefined), this.#done.onReceive());
    await this.#done.receive();
  }
}

const node = new Node();
go('loop', async () => {
  await node.run();
});
go('asker', async () => {
  await node.status();
});
go('stopper', async () => {
  await node.stop();
});
