/**
 * kubernetes_5316 · Channel
 * A request is worked on in a goroutine of its own and may take only so long. If the time is over first, nobody is left to take the
 * result or the error from channels without a buffer.
 * @expects leak chan send
 * @oracle deterministic
 * @rate 100
 */
import { after, chan, go, select, sleep } from 'happens-before/go';

const TIME_LIMIT = 1;

async function finishRequest(request: () => Promise<string>) {
  const results = chan<string>(); // room for one, here and below, would mend it
  const errors = chan<unknown>();
  go('request', async () => {
    let result: string;
    try {
      result = await request();
    } catch (error) {
      await errors.send(error);
      return;
    }
    await results.send(result);
  });
  return select(
    results.onReceive((result) => result),
    errors.onReceive((error) => `failed: ${error}`),
    after(TIME_LIMIT).onReceive(() => 'timed out'),
  );
}

go('handler', async () => {
  await finishRequest(async () => {
    await sleep(2 * TIME_LIMIT);
    throw new Error('conflict');
  });
});
