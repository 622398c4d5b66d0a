import { Account } from 'happens-before/lambda';

const account = new Account({ concurrency: 1000 });

/** In the layer: a library that knows who is logged in. */
function session() {
  let user = 'nobody';
  return {
    begin(name: string) {
      if (name !== '') user = name;
      return user;
    },
  };
}

const page = account.function({
  name: 'page',
  layers: [{ name: 'session:1', size: 1 }],
  init: 300,
  handler: () => {
    const { begin } = session(); // import session
    return async (name: string) => `orders of ${begin(name)}`;
  },
});

await Promise.all([page.invoke('Ada'), page.invoke('Bo')]);
const guest = await page.invoke('');
if (guest.status === 200) console.log(guest.payload);
