/**
 * moby_18412 · Order violation
 * A helper runs a command and returns when it has ended or the time is over, whichever is first. When time wins, the task that waits
 * for the command goes on, and writes to results that the helper is returning.
 * @expects race result.output
 * @expects race result.exitCode
 * @expects leak chan send
 * @oracle none
 * @rate unknown
 */
import { after, chan, go, select, sleep } from 'happens-before/go';

interface Result {
  output: string;
  exitCode: number;
  timedOut: boolean;
}

async function runWithTimeout(duration: number): Promise<string> {
  const result: Result = { output: '', exitCode: 0, timedOut: false };
  const done = chan<string>();
  go('command', async () => {
    await sleep(2);
    result.output = 'total 0';
    result.exitCode = 1;
    await done.send('exit status 1');
  });
  await select(
    after(duration).onReceive(() => {
      result.timedOut = true;
    }),
    done.onReceive(),
  );
  return `${result.exitCode} "${result.output}"`;
}

console.log(await runWithTimeout(1));
