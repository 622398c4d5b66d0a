import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const counter = account.function({
  name: 'counter',
  init: 300,
  handler: () => {
    let calls = 0; // outside of the handler
    return async () => ++calls;
  },
});

await Promise.all([counter.invoke(), counter.invoke()]);
const answer = await counter.invoke();
if (answer.status === 200) console.log(answer.payload);
