import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const shop = account.function({
  name: 'shop',
  runtime: 'java25',
  alias: 'live',
  snapStart: true,
  init: 4000,
  restore: 400,
  duration: 100,
});

for (const qualifier of ['$LATEST', 'live', 'live']) {
  const answer = await shop.invoke({}, { qualifier });
  if (answer.status === 200)
    console.log(
      `${qualifier}: waits ${answer.init} ms,`,
      `then ${answer.duration} ms`,
    );
}
