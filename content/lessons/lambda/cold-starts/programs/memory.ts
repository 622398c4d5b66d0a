import { Account } from 'happens-before/lambda';

for (const memory of [128, 512, 1769, 3538]) {
  const account = new Account({ concurrency: 1000 });
  const shop = account.function({
    name: 'shop',
    memory,
    initWork: 600,
    work: 100,
  });
  for (let i = 0; i < 100; i++) await shop.invoke();
  const { InitDuration, Duration } = shop.metrics();
  console.log(
    `${memory} MB: init ${Math.round(InitDuration.max)} ms,`,
    `then ${Math.round(Duration.max)} ms,`,
    `${(shop.bill().total * 10_000).toFixed(2)} $ a million`,
  );
}
