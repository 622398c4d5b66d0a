import { Account } from 'happens-before/lambda';
import { library } from './numbering';

const account = new Account({ concurrency: 1000 });

const numbering = { name: 'numbering:1', size: 1 };

const invoices = (name: string) =>
  account.function({
    name,
    layers: [numbering],
    init: 300,
    handler: () => {
      const { next } = library(); // import numbering
      return async (who: string) => `invoice ${next()}: ${who}`;
    },
  });
const shop = invoices('shop');
const hotel = invoices('hotel');

const three = [
  shop.invoke('Ada'),
  shop.invoke('Bo'),
  hotel.invoke('Cy'),
];
for (const answer of await Promise.all(three))
  if (answer.status === 200) console.log(answer.payload);
