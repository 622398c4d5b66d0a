import { Once } from 'happens-before/go';

const log = new Once();
const config = new Once();

const openLog = () => log.do(async () => {
  await readConfig();
  console.log('the log is open');
});

const readConfig = () => config.do(async () => {
  await openLog();
  console.log('the config is read');
});

await openLog();
