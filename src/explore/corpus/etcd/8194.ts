/**
 * etcd_8194 · Data race
 * One test sets the package's revoke rate for itself and puts it back at its end; the loop of a lessor that another test left behind
 * reads the rate meanwhile.
 * @expects race leaseRevokeRate
 * @oracle none
 * @rate unknown
 */
import { after, chan, go, select, WaitGroup } from 'happens-before/go';

/** Leases that may be revoked in a second, for all lessors. */
let leaseRevokeRate = 1000;

class Lessor {
  readonly stopped = chan<never>();
  revoked = 0;

  constructor() {
    go('runLoop', async () => {
      await this.runLoop();
    });
  }

  async runLoop(): Promise<void> {
    for (let round = 1; round <= 2; round++) {
      const expired = ['lease a', 'lease b'];
      this.revoked += Math.min(expired.length, leaseRevokeRate / 2);
      const goOn = await select(
        after(5).onReceive(() => true),
        this.stopped.onReceive(() => false),
      );
      if (!goOn) return;
    }
  }
}

/** Makes a lessor and forgets to stop it. */
async function testGrant(): Promise<void> {
  new Lessor();
}

async function testRenewPileup(): Promise<void> {
  const before = leaseRevokeRate;
  leaseRevokeRate = 10;
  leaseRevokeRate = before;
}

const tests = new WaitGroup();
tests.go(testGrant);
tests.go(testRenewPileup);
await tests.wait();
