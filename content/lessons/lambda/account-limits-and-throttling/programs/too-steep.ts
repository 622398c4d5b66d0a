import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 10_000 });
const tickets = account.function({
  name: 'tickets',
  duration: 1000,
});
const seen = await account.load(tickets, {
  rate: 1500,
  seconds: 10,
});
console.log(`${seen.ConcurrentExecutions} at once at most`);
for (const [reason, count] of Object.entries(
  seen.throttledBecause,
))
  console.log(`${count} ×`, reason);
