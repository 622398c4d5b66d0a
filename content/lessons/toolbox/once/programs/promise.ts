let map: Promise<string> | undefined;

async function load() {
  console.log('reads the map');
  return await Promise.resolve('the valley');
}

function readMap() {
  return (map ??= load());
}

const [ann, bo] = await Promise.all([readMap(), readMap()]);
console.log('Ann sees', ann);
console.log('Bo sees', bo);
