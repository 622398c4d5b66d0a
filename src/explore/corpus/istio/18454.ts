/**
 * istio_18454 · Chan+ctx
 * An event that comes while a timer runs makes the loop stop the timer and set it anew. If the timer was over and its value taken,
 * the loop waits for that value a second time. Whoever reports events then fills the channel of the loop and waits as well.
 * @expects leak chan receive
 * @expects leak chan receive, chan send
 * @oracle flaky
 * @rate unknown
 */
import { chan, context, go, Mutex, newTimer, select, type Timer } from 'happens-before/go';

const EVENTS = 4;
const FREQUENCY = 1;

class Strategy {
  readonly #mu = new Mutex();
  readonly #resets = chan<void>(1);
  #timer: Timer | undefined;

  async onChange(ctx: context.Context) {
    await this.#mu.lock();
    const timer = this.#timer;
    if (timer === undefined) {
      const started = newTimer(FREQUENCY);
      this.#timer = started;
      go('timer loop', async () => {
        await this.#watchTimer(ctx, started);
      });
    }
    this.#mu.unlock();
    if (timer !== undefined) await this.#resets.send();
  }

  async #watchTimer(ctx: context.Context, timer: Timer) {
    for (;;) {
      const cancelled = await select(
        timer.c.onReceive(() => false),
        this.#resets.onReceive(async () => {
          if (!timer.stop()) await timer.c.receive(); // nothing comes if it was received before
          timer.reset(FREQUENCY);
          return false;
        }),
        ctx.done().onReceive(() => true),
      );
      if (cancelled) break;
    }
    timer.stop();
  }
}

const strategy = new Strategy();
const [processing, stopProcessing] = context.withCancel(context.background());
const [timing, stopTiming] = context.withCancel(context.background());
const events = chan<string>(EVENTS);
for (let event = 1; event <= EVENTS; event++) await events.send(`event ${event}`);

go('processor', async () => {
  for (;;) {
    const cancelled = await select(
      processing.done().onReceive(() => true),
      events.onReceive(async () => {
        await strategy.onChange(timing);
        return false;
      }),
    );
    if (cancelled) break;
  }
  stopTiming();
});
stopProcessing();
