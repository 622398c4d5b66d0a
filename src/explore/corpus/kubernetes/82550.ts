/**
 * kubernetes_82550 · Data race
 * A provider of credentials makes the real, caching provider when it is first asked. Several tasks ask first: each finds none and
 * makes its own, and what one of them has cached is lost.
 * @expects race lazy.actual
 * @oracle none
 * @rate unknown
 */
import { WaitGroup } from 'happens-before/go';

class CachingProvider {
  readonly askedBy: string;

  constructor(askedBy: string) {
    this.askedBy = askedBy;
  }
}

class LazyProvider {
  actual: CachingProvider | undefined;

  async provide(pod: string): Promise<CachingProvider> {
    if (this.actual === undefined) this.actual = new CachingProvider(pod);
    return this.actual;
  }
}

const lazy = new LazyProvider();
const pods = new WaitGroup();
for (const pod of ['a', 'b']) {
  pods.go(async () => {
    const provider = await lazy.provide(pod);
    console.log(`${pod} uses the cache of ${provider.askedBy}`);
  });
}
await pods.wait();
