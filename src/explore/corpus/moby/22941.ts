/**
 * moby_22941 · Anonymous function
 * A table of requests is sent by one task each. The tasks read the loop's variable, not a copy, so one request can be sent twice and
 * another never. The lock in the connection comes too late: the request is chosen before it.
 * @expects race request
 * @oracle none
 * @rate unknown
 */
import { Mutex, WaitGroup } from 'happens-before/go';

class Connection {
  readonly mutex = new Mutex();
  readonly received: string[] = [];

  async write(request: string): Promise<void> {
    await this.mutex.lock();
    this.received.push(request);
    this.mutex.unlock();
  }
}

const requests = ['GET /foo', 'GET /bar'];
const connection = new Connection();
const writers = new WaitGroup();

// One variable for all rounds, as in Go before 1.22.
let request: string;
for (request of requests) {
  writers.go(async () => {
    await connection.write(request);
  });
}
await writers.wait();
console.log(connection.received.join(', '));
