import { Account } from 'happens-before/lambda';

const reserved = 20;
const rate = 250;
const duration = 40;
const seed = 1;

const account = new Account({ concurrency: 1000 });
const hook = account.function({
  name: 'hook',
  memory: 512,
  duration,
  reserved,
});
const crowd = { rate, seconds: 10, jitter: seed };
const seen = await account.load(hook, crowd);
console.log(`${seen.ConcurrentExecutions} at once at most`);
for (const [why, count] of Object.entries(
  seen.throttledBecause,
))
  console.log(`${count} of ${seen.requests}: ${why}`);
