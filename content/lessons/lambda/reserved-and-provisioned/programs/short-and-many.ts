import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const ping = account.function({
  name: 'ping',
  provisioned: 10,
  init: 900,
  duration: 20,
});

for (const rate of [100, 150]) {
  const seen = await account.load(ping, { rate, seconds: 10 });
  const spilled =
    seen.ProvisionedConcurrencySpilloverInvocations;
  console.log(
    `${rate} a second: ${seen.ConcurrentExecutions} at once,`,
    `${spilled} spilled over`,
  );
}
