import { Account } from 'happens-before/lambda';

const settings = [
  { name: 'reserved 60', reserved: 60 },
  { name: 'provisioned 50', provisioned: 50 },
  { name: 'both', reserved: 60, provisioned: 50 },
  { name: 'both, larger', reserved: 120, provisioned: 75 },
];

for (const setting of settings) {
  const account = new Account({ concurrency: 1000 });
  const api = account.function({
    init: 800,
    duration: 500,
    ...setting,
  });
  const load = { rate: 100, seconds: 60, jitter: 3 };
  const seen = await account.load(api, load);
  console.log(
    `${setting.name}: ${seen.coldStarts} cold starts,`,
    `${seen.Throttles} of ${seen.requests} turned away`,
  );
}
