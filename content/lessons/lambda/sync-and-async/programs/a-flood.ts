import { Account } from 'happens-before/lambda';

const reserved = 20;
const rate = 100;
const seconds = 60;
const maxMinutes = 30;
const seed = 1;

const account = new Account({ concurrency: 1000 });
const post = account.function({
  name: 'post',
  duration: 500,
  reserved,
  maxEventAge: maxMinutes * 60_000,
});
const load = { rate, seconds, jitter: seed };
await account.load(post, { ...load, type: 'Event' });

const seen = post.metrics();
const minutes = Math.round(seen.AsyncEventAge.max / 60_000);
console.log(`${seen.Throttles} refusals in the background`);
console.log(`oldest letter: ${minutes} min`);
console.log('lost:', seen.AsyncEventsDropped);
