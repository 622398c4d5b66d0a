import { Account, now, sleep } from 'happens-before/lambda';

const account = new Account();
const report = account.function({
  name: 'report',
  handler: async () => {
    await sleep(40_000);
    console.log(`report written at ${now() / 1000} s`);
    return { statusCode: 200, body: 'the report' };
  },
});
const doors = {
  gateway: account.api({ name: 'shop', handler: report }),
  url: report.url({ authType: 'NONE' }),
};

for (const [name, door] of Object.entries(doors)) {
  const began = now();
  const { status } = await door.fetch();
  const seconds = (now() - began) / 1000;
  console.log(`${name}: ${status} after ${seconds} s`);
}
