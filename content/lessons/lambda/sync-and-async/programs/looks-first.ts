import { Account } from 'happens-before/lambda';

const account = new Account();
const sent = account.table<boolean>({ name: 'sent' });

const mail = account.function({
  name: 'mail',
  handler: async (order: string) => {
    if (await sent.get(order)) {
      console.log('sent before');
      return;
    }
    console.log('mail sent');
    await sent.put(order, true);
  },
});

await mail.invoke('order 7', { type: 'Event' });
await account.drain();
