import { Account } from 'happens-before/lambda';

const inPackage = 20;
const inLayers = 160;
const memory = 1024;
const rush = 40;
const seed = 1;

const account = new Account({ concurrency: 1000 });
const shop = account.function({
  name: 'shop',
  memory,
  packageSize: inPackage,
  layers: [{ name: 'libraries', size: inLayers }],
  loadPerMegabyte: 4,
  initWork: 300,
  work: 90,
});
const usual = { rate: 4, seconds: 40, jitter: seed };
await account.load(shop, usual);
// The doors open.
await account.load(shop, { ...usual, rate: rush, seconds: 20 });

const seen = shop.metrics();
console.log(
  `${seen.coldStarts} of ${seen.requests} cold,`,
  `${seen.ConcurrentExecutions} at once at most,`,
  `the slowest ${Math.round(seen.latency.max)} ms`,
);
