/**
 * etcd_3077 · Misuse channel
 * A raft node makes its channels as the first thing of its own task, after it was started. Whoever stops it at once reads the field
 * before, and talks to a channel that the node will never look at.
 * @expects race raft.stopped
 * @expects deadlock chan receive, chan send, select
 * @oracle none
 * @rate unknown
 */
import { chan, go, select } from 'happens-before/go';

class RaftNode {
  // In Go both fields begin as nil. A channel that nobody else has blocks for ever too.
  stopped = chan<string>();
  done = chan<never>();

  async run(): Promise<void> {
    this.stopped = chan<string>();
    this.done = chan<never>();
    try {
      await select(this.stopped.onReceive());
    } finally {
      this.done.close();
    }
  }
}

class Server {
  readonly raft = new RaftNode();
  readonly stopping = chan<string>();
  readonly done = chan<never>();

  start(): void {
    go('server', async () => {
      await this.run();
    });
  }

  async run(): Promise<void> {
    go('raft', async () => {
      await this.raft.run();
    });
    await this.stopping.receive();
    await this.raft.stopped.send('stop');
    await this.raft.done.receive();
    this.done.close();
  }

  async stop(): Promise<void> {
    await this.stopping.send('stop');
    await this.done.receive();
  }
}

const server = new Server();
server.start();
await server.stop();
