/**
 * etcd_4876 · Data race
 * A test shortens an interval that belongs to the whole package, while a stream that was opened before it is still about to read it.
 * @expects race progressReportInterval
 * @oracle none
 * @rate unknown
 */
import { go, WaitGroup } from 'happens-before/go';

/** Seconds between two reports of progress. Every stream of the package reads it. */
let progressReportInterval = 10;

class WatchStream {
  async sendLoop(): Promise<void> {
    console.log('report progress every', progressReportInterval, 'seconds');
  }
}

class WatchServer {
  /** Returns as soon as the stream is open: its loop starts when it starts. */
  async watch(): Promise<void> {
    const stream = new WatchStream();
    go('sendLoop', async () => {
      await stream.sendLoop();
    });
  }
}

async function shortenInterval(): Promise<void> {
  progressReportInterval = 3;
}

const server = new WatchServer();
const test = new WaitGroup();
test.go(async () => {
  await server.watch();
});
test.go(shortenInterval);
await test.wait();
