/**
 * moby_7559 · Double lock
 * A proxy locks its table of connections for each packet. If the target cannot be dialled, it goes on with the next packet by
 * `continue` and leaves the table locked: the next round waits for the one before.
 * @expects leak sync.Mutex.Lock
 * @oracle deterministic
 * @rate 100
 */
import { chan, close, go, Mutex, type Chan } from 'happens-before/go';

interface Packet {
  readonly from: string;
  readonly target: string | undefined;
}

class UdpProxy {
  readonly tableLock = new Mutex();
  readonly table = new Map<string, string>();

  async run(packets: Chan<Packet>) {
    for await (const packet of packets) {
      await this.tableLock.lock();
      const connection = this.dial(packet.target);
      if (connection === undefined) continue; // the table stays locked
      this.table.set(packet.from, connection);
      this.tableLock.unlock();
    }
  }

  dial(target: string | undefined): string | undefined {
    return target === undefined ? undefined : `to ${target}`;
  }
}

const proxy = new UdpProxy();
const packets = chan<Packet>(2);

go('proxy', async () => {
  await proxy.run(packets);
});
await packets.send({ from: 'a', target: undefined });
await packets.send({ from: 'b', target: 'backend' });
close(packets);
