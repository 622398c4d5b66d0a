import { Timer } from 'happens-before/threading';

export function every(
  seconds: number,
  fn: () => Promise<void>,
) {
  let timer: Timer;
  function arm() {
    timer = new Timer(seconds, async () => {
      await fn();
      arm();
    });
    timer.start();
  }
  arm();
  return async function stop() {
    timer.cancel();
    await timer.join();
  };
}
