import {
  after,
  chan,
  go,
  select,
  sleep,
} from 'happens-before/go';

async function ask() {
  const answers = chan<string>(1);
  go('oracle', async () => {
    await sleep(2);
    await answers.send('42');
  });
  return select(
    answers.onReceive((answer) => answer),
    after(3).onReceive(() => 'too late'),
  );
}

console.log(await ask());
