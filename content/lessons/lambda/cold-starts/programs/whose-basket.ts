import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });
const basket = account.function({
  name: 'basket',
  handler: () => {
    const items: string[] = []; // meant for one customer
    return async (wanted: string) => {
      items.push(wanted);
      if (wanted === 'jam') throw new Error('no jars');
      const order = items.join(', ');
      items.length = 0;
      return order;
    };
  },
});

for (const wanted of ['tea', 'jam', 'salt']) {
  const answer = await basket.invoke(wanted);
  if (answer.status === 200)
    console.log(answer.functionError ?? answer.payload);
}
