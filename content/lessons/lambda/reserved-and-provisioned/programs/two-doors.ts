import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const quote = account.function({
  name: 'quote',
  alias: 'live',
  provisioned: 2,
  init: 900,
  duration: 40,
});

for (const qualifier of ['live', '$LATEST']) {
  const answer = await quote.invoke({}, { qualifier });
  if (answer.status === 200)
    console.log(qualifier, answer.init + answer.duration, 'ms');
}
