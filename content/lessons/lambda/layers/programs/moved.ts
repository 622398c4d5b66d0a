import { Account } from 'happens-before/lambda';

/** Calls a function once. All of it has `size` megabytes. */
async function start(
  what: string,
  size: number,
  layers: readonly number[],
) {
  const inLayers = layers.reduce((sum, one) => sum + one, 0);
  const account = new Account({ concurrency: 1000 });
  const shop = account.function({
    name: 'shop',
    memory: 1769,
    packageSize: size - inLayers,
    layers: layers.map((one, i) => ({
      name: `l${i}`,
      size: one,
    })),
    loadPerMegabyte: 4,
    initWork: 300,
  });
  await shop.invoke();
  const { InitDuration } = shop.metrics();
  console.log(`${what}: ${InitDuration.max} ms`);
}

await start('200 MB in the package', 200, []);
await start('150 of them in a layer', 200, [150]);
await start(
  '150 of them in five layers',
  200,
  Array(5).fill(30),
);
await start('150 of them left out', 50, []);
