import { Account } from 'happens-before/lambda';

const crowd = { rate: 1000, seconds: 10, jitter: 1 };
const customers = { rate: 100, seconds: 10, jitter: 2 };

/** A crowd at a public URL, and a shop beside it. */
async function evening(reserved?: number) {
  const account = new Account({ concurrency: 300 });
  const hook = account.function({
    name: 'hook',
    duration: 400,
    ...(reserved === undefined ? {} : { reserved }),
  });
  const till = account.function({
    name: 'till',
    duration: 300,
  });
  const [ran, shop] = await Promise.all([
    account.load(hook, crowd),
    account.load(till, customers),
  ]);
  console.log(
    `${reserved ?? 'nothing'} reserved:`,
    `${ran.Invocations} ran, ${shop.Throttles} customers lost`,
  );
}

await evening();
await evening(20);
await evening(0);
