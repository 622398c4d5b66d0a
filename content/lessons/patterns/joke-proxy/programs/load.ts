import { atomic, context, go, now } from 'happens-before/go';
import { semaphore, singleflight } from 'happens-before/go';
import { sleep, SyncMap } from 'happens-before/go';
import { Account } from 'happens-before/lambda';

const rate = 60;
const jokes = 5;
const places = 50;
const shared = 0;

const account = new Account({ concurrency: 1000 });
const upstream = account.function({
  name: 'upstream',
  duration: 390,
});
const gate = new semaphore.Weighted(places);
const flights = new singleflight.Group<void>();
const kept = new SyncMap<string, number>();
const answered = new atomic.Int64();

async function visit(key: string) {
  const until = kept.load(key) ?? 0;
  if (now() >= until) {
    if (shared > 0) await flights.do(key, () => ask(key));
    else await ask(key);
  }
  answered.add(1);
}

async function ask(key: string) {
  await gate.acquire(context.background(), 1);
  await upstream.invoke({ key });
  gate.release(1);
  kept.store(key, now() + 2_000);
}

for (let n = 0; n < rate * 6; n += 1) {
  go(visit, `joke ${n % jokes}`);
  await sleep(1_000 / rate);
}
await sleep(2_000);
console.log(answered.load(), 'visitors answered');
