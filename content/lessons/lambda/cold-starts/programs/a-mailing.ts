import { Account } from 'happens-before/lambda';

const memory = 512;
const provisioned = 0;
const rate = 5;
const rush = 60;
const seed = 1;

const account = new Account({ concurrency: 1000 });
const shop = account.function({
  name: 'shop',
  memory,
  initWork: 600,
  work: 100,
  ...(provisioned > 0 ? { provisioned } : {}),
});
const usual = { rate, seconds: 60, jitter: seed };
await account.load(shop, usual);
// A mail goes out, and its readers come.
await account.load(shop, { ...usual, rate: rush, seconds: 10 });
await account.load(shop, usual);

const { coldStarts, requests, latency } = shop.metrics();
console.log(
  `${coldStarts} of ${requests} cold,`,
  `99 % within ${Math.round(latency.p99)} ms`,
);
