import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const api = account.function({ name: 'api', duration: 500 });

const evenly = { rate: 100, seconds: 60 };
const first = await account.load(api, evenly);
console.log('evenly spaced:', first.ConcurrentExecutions);

for (const jitter of [1, 2, 3]) {
  const load = { ...evenly, jitter };
  const seen = await account.load(api, load);
  console.log('as they come:', seen.ConcurrentExecutions);
}
