/**
 * moby_4395 · Channel
 * A helper runs a function in a goroutine and returns a channel for its error. Whoever does not read that channel leaves the
 * goroutine behind.
 * @expects leak chan send
 * @oracle none
 * @rate 100
 */
import { chan, go, type Chan } from 'happens-before/go';

type Fallible = () => Promise<Error | undefined>;

function inBackground(body: Fallible): Chan<Error | undefined> {
  const failures = chan<Error | undefined>(); // room for one would mend it
  go('background', async () => {
    await failures.send(await body());
  });
  return failures;
}

inBackground(async () => new Error('no such container'));
