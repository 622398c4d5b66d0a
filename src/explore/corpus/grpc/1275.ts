/**
 * grpc_1275 · Channel
 * A reader of a stream waits for the next message. Closing the stream should send it a last one, but sends nothing, and the reader
 * waits on.
 * @expects leak chan receive
 * @oracle deterministic
 * @rate 100
 */
import { after, chan, close, go, select } from 'happens-before/go';

class Stream {
  readonly messages = chan<string>();

  async read() {
    return (await this.messages.receive()) ?? '';
  }
}

class Transport {
  readonly open = new Set<Stream>();

  newStream() {
    const stream = new Stream();
    this.open.add(stream);
    return stream;
  }

  closeStream(stream: Stream) {
    this.open.delete(stream); // and the reader is not told
  }
}

const transport = new Transport();
const stream = transport.newStream();
const readerDone = chan<void>();

go('reader', async () => {
  await stream.read();
  close(readerDone);
});
transport.closeStream(stream);
await select(readerDone.onReceive(), after(300).onReceive());
