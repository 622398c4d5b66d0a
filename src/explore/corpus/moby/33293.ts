/**
 * moby_33293 · Channel
 * Waiting for a container returns a channel for its error. An error at the very start is sent into it before it is returned, when
 * nobody can know it yet.
 * @expects leak chan send
 * @oracle none
 * @rate 100
 */
import { chan, go } from 'happens-before/go';

const running = new Set(['web']);

async function containerWait(container: string) {
  const errors = chan<string>(); // room for one would mend it
  if (!running.has(container)) {
    await errors.send(`no container ${container}`);
    return errors;
  }
  go('exit watcher', async () => {
    await errors.send(`${container} was killed`);
  });
  return errors;
}

go('client', async () => {
  const errors = await containerWait('cache');
  await errors.receive();
});
