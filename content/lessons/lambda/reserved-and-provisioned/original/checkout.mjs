import { readFile } from 'node:fs/promises';

// Outside of the handler: runs once in each environment,
// in its init phase.
const prices = JSON.parse(
  await readFile(new URL('prices.json', import.meta.url)),
);
const init = process.env.AWS_LAMBDA_INITIALIZATION_TYPE;
let calls = 0;

export async function handler(event) {
  calls += 1;
  const { item } = JSON.parse(event.body);
  const price = prices[item];
  return {
    statusCode: price === undefined ? 404 : 200,
    body: JSON.stringify({ item, price, init, calls }),
  };
}
