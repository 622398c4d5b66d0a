import { Account, now } from 'happens-before/lambda';

// Here each event is delivered just once. More of that below.
const account = new Account({ duplicates: 0 });
const post = account.function({
  name: 'post',
  handler: async (letter: string) => {
    console.log(`${letter} tried at ${now() / 1000} s`);
    throw new Error('no stamps');
  },
});

const answer = await post.invoke('by hand');
if (answer.status === 200)
  console.log('by hand:', answer.functionError);

await post.invoke('by post', { type: 'Event' });
await account.drain();
console.log('lost:', post.metrics().AsyncEventsDropped);
