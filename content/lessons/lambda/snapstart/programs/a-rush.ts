import { Account } from 'happens-before/lambda';

const initMs = 4000;
const restoreMs = 400;
const rush = 60;
const seed = 1;

const account = new Account({ concurrency: 1000 });
const common = { memory: 1769, duration: 250, init: initMs };
const plain = account.function({ name: 'plain', ...common });
const snap = account.function({
  name: 'snap',
  ...common,
  runtime: 'java25',
  alias: 'live',
  snapStart: true,
  restore: restoreMs,
});

// The same customers for both, at the same time.
const usual = { rate: 10, seconds: 20, jitter: seed };
const sale = { ...usual, rate: rush };
for (const load of [usual, sale])
  await Promise.all([
    account.load(plain, load),
    account.load(snap, load),
  ]);

for (const shop of [plain, snap]) {
  const { coldStarts, latency } = shop.metrics();
  console.log(
    `${shop.name}: ${coldStarts} cold,`,
    `99 % within ${Math.round(latency.p99)} ms`,
  );
}
