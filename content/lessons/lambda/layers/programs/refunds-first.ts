import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });

/** A function, with version 1 and 2 of the layer `vat`. */
const versions = (name: string) =>
  [19, 7].map((percent, i) =>
    account.function({
      name: `${name}-v${i + 1}`,
      layers: [{ name: `vat:${i + 1}`, size: 1 }],
      handler: async (net: number) => net * (1 + percent / 100),
    }),
  );
const functions = {
  till: versions('till'),
  refunds: versions('refunds'),
};
/** Which version each of them has now. */
const live = account.table<number>({ name: 'live' });

async function call(name: 'till' | 'refunds') {
  const version = (await live.get(name)) ?? 1;
  const fn = functions[name][version - 1]!;
  const answer = await fn.invoke(100);
  return answer.status === 200 ? answer.payload : 0;
}

async function deploy() {
  await live.put('refunds', 2);
  await live.put('till', 2);
}

async function customer() {
  const paid = await call('till');
  const back = await call('refunds');
  console.log(`paid ${paid}, got back ${back}`);
}

await Promise.all([deploy(), customer()]);
