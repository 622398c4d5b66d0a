import {
  after,
  chan,
  go,
  select,
  sleep,
} from 'happens-before/go';

async function ask(question: () => Promise<string>) {
  const answers = chan<string>(1); // has room
  const errors = chan<Error>();
  go('oracle', async () => {
    try {
      await answers.send(await question());
    } catch (error) {
      await errors.send(error as Error);
    }
  });
  return select(
    answers.onReceive((answer) => answer),
    errors.onReceive((error) => error!.message),
    after(3).onReceive(() => 'too late'),
  );
}

const fails = async () => {
  await sleep(2);
  throw new Error('the oracle is ill');
};
console.log(await ask(fails));
