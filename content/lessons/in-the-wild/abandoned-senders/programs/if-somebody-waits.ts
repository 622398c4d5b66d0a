import {
  after,
  chan,
  go,
  otherwise,
  select,
} from 'happens-before/go';

async function ask() {
  const answers = chan<string>();
  go('oracle', async () => {
    await select(answers.onSend('42'), otherwise());
  });
  return select(
    answers.onReceive((answer) => answer),
    after(1000).onReceive(() => 'too late'),
  );
}

console.log(await ask());
