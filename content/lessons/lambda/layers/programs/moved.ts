import { Account } from 'happens-before/lambda';

/** Calls a function once. Sizes are in megabytes. */
async function start(
  what: string,
  packageSize: number,
  layers: readonly number[] = [],
) {
  const account = new Account({ concurrency: 1000 });
  const shop = account.function({
    name: 'shop',
    memory: 1769,
    packageSize,
    layers: layers.map((size, i) => ({ name: `l${i}`, size })),
    loadPerMegabyte: 4,
    initWork: 300,
  });
  await shop.invoke();
  const { InitDuration } = shop.metrics();
  console.log(`${what}: ${InitDuration.max} ms`);
}

await start('200 MB in the package', 200);
await start('150 of them in a layer', 50, [150]);
await start('in five layers', 50, [30, 30, 30, 30, 30]);
await start('150 of them left out', 50);
