import { Account } from 'happens-before/lambda';

const shop = 'https://shop.example';
const account = new Account();
const stock = account.function({
  name: 'stock',
  handler: async () => ({
    statusCode: 200,
    headers: { 'Access-Control-Allow-Origin': '*' },
    body: '12 jars',
  }),
});
const url = stock.url({
  authType: 'NONE',
  cors: { allowOrigins: [shop], allowMethods: ['GET'] },
});

const headers = { origin: shop };
const asked = await url.fetch({ method: 'OPTIONS', headers });
console.log(asked.headers['access-control-allow-origin']);
console.log('invocations:', stock.metrics().Invocations);

const got = await url.fetch({ headers });
console.log(got.headers['access-control-allow-origin']);
console.log('readable:', got.readable);
console.log('invocations:', stock.metrics().Invocations);
