/**
 * What is measured against other packages: the same work, written in the way that each package's own documentation shows. A contender does it
 * `N` times: as often as takes a tenth of a second, or `n` times where a line gets slower the longer it is.
 *
 * Channels stand in one row if a send waits for the same thing: until a receiver has the value, or until the channel has taken it. `@thi.ng/csp` has
 * room for a value and yet resolves when it is handed over; `@lesomnus/channel` with no room never resolves at all.
 */

export const ROWS = {
  'channel, hand-off': {
    what: 'a send resolves when a receiver has the value',
    async 'happens-before'({ ours: { chan, go } }, N) {
      const c = chan();
      go(async () => { for (let i = 0; i < N; i++) await c.send(i); });
      for (let i = 0; i < N; i++) await c.receive();
    },
    async 'ts-chan'({ tsChan }, N) {
      const c = new tsChan.Chan();
      void (async () => { for (let i = 0; i < N; i++) await c.send(i); })();
      for (let i = 0; i < N; i++) await c.recv();
    },
    async 'js-csp'({ jsCsp: csp }, N) {
      const c = csp.chan();
      csp.go(function* () { for (let i = 0; i < N; i++) yield csp.put(c, i); });
      return new Promise((resolve) => { csp.go(function* () { for (let i = 0; i < N; i++) yield csp.take(c); resolve(); }); });
    },
    async '@thi.ng/csp'({ thing }, N) {
      const c = thing.channel();
      void (async () => { for (let i = 0; i < N; i++) await c.write(i); })();
      for (let i = 0; i < N; i++) await c.read();
    },
  },

  ...Object.fromEntries([1, 128].map((capacity) => [`channel, room for ${capacity}`, {
    what: 'a send resolves when the channel has taken the value',
    async 'happens-before'({ ours: { chan, go } }, N) {
      const c = chan(capacity);
      go(async () => { for (let i = 0; i < N; i++) await c.send(i); });
      for (let i = 0; i < N; i++) await c.receive();
    },
    async 'ts-chan'({ tsChan }, N) {
      const c = new tsChan.Chan(capacity);
      void (async () => { for (let i = 0; i < N; i++) await c.send(i); })();
      for (let i = 0; i < N; i++) await c.recv();
    },
    async 'js-csp'({ jsCsp: csp }, N) {
      const c = csp.chan(capacity);
      csp.go(function* () { for (let i = 0; i < N; i++) yield csp.put(c, i); });
      return new Promise((resolve) => { csp.go(function* () { for (let i = 0; i < N; i++) yield csp.take(c); resolve(); }); });
    },
    async '@lesomnus/channel'({ lesomnus }, N) {
      const c = new lesomnus.Chan(capacity);
      void (async () => { for (let i = 0; i < N; i++) await c.send(i); })();
      for (let i = 0; i < N; i++) await c.recv();
    },
    async 'effect Queue'({ effect: { Effect, Queue } }, N) {
      return Effect.runPromise(Effect.gen(function* () {
        const queue = yield* Queue.bounded(capacity);
        yield* Effect.forkChild(Effect.gen(function* () { for (let i = 0; i < N; i++) yield* Queue.offer(queue, i); }));
        for (let i = 0; i < N; i++) yield* Queue.take(queue);
        }));
    },
  }])),

  'lock, nobody else': {
    what: 'one task locks and unlocks',
    async 'happens-before'({ ours: { Mutex } }, N) {
      const mu = new Mutex();
      for (let i = 0; i < N; i++) {
        await mu.lock();
        mu.unlock();
      }
    },
    async 'async-mutex'({ asyncMutex: { Mutex } }, N) {
      const mu = new Mutex();
      for (let i = 0; i < N; i++) {
        const release = await mu.acquire();
        release();
      }
    },
    async 'effect Semaphore'({ effect: { Effect, Semaphore } }, N) {
      return Effect.runPromise(Effect.gen(function* () {
        const mu = yield* Semaphore.make(1);
        for (let i = 0; i < N; i++) yield* mu.withPermits(1)(Effect.void);
        }));
    },
  },

  'lock, 16 tasks': {
    what: '16 tasks lock, let others go, and unlock',
    async 'happens-before'({ ours: { Mutex } }, N) {
      const mu = new Mutex();
      await Promise.all(Array.from({ length: 16 }, async () => {
        for (let i = 0; i < N / 16; i++) {
          await mu.lock();
          await undefined;
          mu.unlock();
        }
      }));
    },
    async 'async-mutex'({ asyncMutex: { Mutex } }, N) {
      const mu = new Mutex();
      await Promise.all(Array.from({ length: 16 }, async () => {
        for (let i = 0; i < N / 16; i++) {
          const release = await mu.acquire();
          await undefined;
          release();
        }
      }));
    },
    async 'effect Semaphore'({ effect: { Effect, Semaphore } }, N) {
      return Effect.runPromise(Effect.gen(function* () {
        const mu = yield* Semaphore.make(1);
        const work = mu.withPermits(1)(Effect.promise(() => Promise.resolve()));
        yield* Effect.all(Array.from({ length: 16 }, () => Effect.gen(function* () { for (let i = 0; i < N / 16; i++) yield* work; })), { concurrency: 'unbounded' });
        }));
    },
  },

  'jobs, 8 workers': {
    what: 'eight at a time of jobs that each await once; all results are kept',
    async 'happens-before'({ ours: { chan, WaitGroup } }, N) {
      const results = new Array(N);
      const jobs = chan(8);
      const wg = new WaitGroup();
      for (let worker = 0; worker < 8; worker++) wg.go(async () => { for await (const i of jobs) results[i] = await job(i); });
      for (let i = 0; i < N; i++) await jobs.send(i);
      jobs.close();
      await wg.wait();
    },
    async 'p-limit'({ pLimit: { default: pLimit } }, N) {
      const limit = pLimit(8);
      await Promise.all(Array.from({ length: N }, (_, i) => limit(() => job(i))));
    },
    async 'p-queue'({ pQueue: { default: PQueue } }, N) {
      const queue = new PQueue({ concurrency: 8 });
      await Promise.all(Array.from({ length: N }, (_, i) => queue.add(() => job(i))));
    },
    async 'fastq'({ fastq: { default: fastq } }, N) {
      const queue = fastq.promise(job, 8);
      await Promise.all(Array.from({ length: N }, (_, i) => queue.push(i)));
    },
  },

  'semaphore of 8': {
    what: '10,000 jobs stand in line at once for one of eight places, and each awaits once',
    n: 10_000,
    async 'happens-before'({ ours: { semaphore, context } }, N) {
      const seats = new semaphore.Weighted(8);
      const ctx = context.background();
      await Promise.all(Array.from({ length: N }, async (_, i) => {
        await seats.acquire(ctx);
        try {
          return await job(i);
        } finally {
          seats.release();
        }
      }));
    },
    async 'async-mutex'({ asyncMutex: { Semaphore } }, N) {
      const seats = new Semaphore(8);
      await Promise.all(Array.from({ length: N }, (_, i) => seats.runExclusive(() => job(i))));
    },
    async 'effect'({ effect: { Effect, Semaphore } }, N) {
      return Effect.runPromise(Effect.gen(function* () {
        const seats = yield* Semaphore.make(8);
        yield* Effect.all(Array.from({ length: N }, (_, i) => seats.withPermits(1)(Effect.promise(() => job(i)))), { concurrency: 'unbounded' });
      }));
    },
  },
};

async function job(i) {
  await undefined;
  return i;
}
