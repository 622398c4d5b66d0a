import { Account } from 'happens-before/lambda';

const reserved = 60;
const provisioned = 50;
const rate = 100;
const seed = 3;

const account = new Account({ concurrency: 1000 });
const api = account.function({
  name: 'api',
  init: 800,
  duration: 500,
  reserved,
  provisioned,
});
const load = { rate, seconds: 60, jitter: seed };
const seen = await account.load(api, load);
console.log(
  `${seen.coldStarts} cold starts,`,
  `${seen.Throttles} of ${seen.requests} turned away`,
);
