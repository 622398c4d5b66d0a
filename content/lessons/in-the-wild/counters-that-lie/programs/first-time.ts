import { go, Once } from 'happens-before/go';

const once = new Once();
let config = 'nothing';
let attempts = 0;

async function read() {
  attempts += 1;
  if (attempts === 1) throw new Error('disk is busy');
  return 'dark mode';
}

async function getConfig() {
  await once.do(async () => {
    config = await read();
  });
  return config;
}

try {
  await getConfig();
} catch (error) {
  console.log((error as Error).message);
}
console.log('then:', await getConfig());
