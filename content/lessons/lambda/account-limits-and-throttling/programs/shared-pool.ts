import { Account } from 'happens-before/lambda';

const limit = 200;
const reports = 60;
const reserved = 0;
const seed = 1;

const account = new Account({ concurrency: limit });
const checkout = account.function({
  name: 'checkout',
  duration: 250,
  ...(reserved > 0 ? { reserved } : {}),
});
const nightly = account.function({
  name: 'nightly',
  duration: 4000,
});
const customers = { rate: 100, seconds: 30, jitter: seed };
const [seen] = await Promise.all([
  account.load(checkout, customers),
  account.load(nightly, { rate: reports, seconds: 15 }),
]);
console.log(
  `${seen.Throttles} of ${seen.requests} customers`,
  'were turned away',
);
