import { Account } from 'happens-before/lambda';

/** Sends 100 requests a second, each of which takes `ms`. */
async function measure(ms: number) {
  const account = new Account({ concurrency: 1000 });
  const api = account.function({
    name: 'api',
    reserved: 50,
    duration: ms,
  });
  const load = { rate: 100, seconds: 10 };
  const seen = await account.load(api, load);
  console.log(
    `${ms} ms: ${seen.ConcurrentExecutions} at once,`,
    `${seen.Throttles} turned away`,
  );
}

await measure(250);
await measure(500);
await measure(600);
