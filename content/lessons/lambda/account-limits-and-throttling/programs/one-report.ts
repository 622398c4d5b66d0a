import { Account, now, sleep } from 'happens-before/lambda';

const account = new Account({ concurrency: 1, duplicates: 0 });
const reports = account.function({
  name: 'reports',
  duration: 2500,
});
const tell = async (done: string) => {
  await sleep(200);
  console.log(`${done} at ${now() / 1000} s`);
};
const pay = account.function({ name: 'pay', handler: tell });
const mail = account.function({ name: 'mail', handler: tell });

const report = reports.invoke();
await sleep(100);
const answer = await pay.invoke('paid');
if (answer.status === 429) console.log('could not pay');
await mail.invoke('mail sent', { type: 'Event' });
await report;
await account.drain();
