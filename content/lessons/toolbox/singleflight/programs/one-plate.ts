import { go, singleflight, sleep } from 'happens-before/go';

interface Page { title: string; reader?: string }
const flights = new singleflight.Group<Page>();

async function visit(reader: string) {
  const [page] = await flights.do('tea', async () => {
    await sleep(20);
    return { title: 'tea' };
  });
  page.reader = reader;
  await sleep(1);
  console.log(reader, 'reads the page of', page.reader);
}

go('ann', visit, 'ann');
go('bo', visit, 'bo');
await sleep(50);
