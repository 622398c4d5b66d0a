/** Ends a job that lasts too long, that says nothing for too long, or whose frame no longer answers. */
export interface Watch {
  /** All of the job, in milliseconds. */
  readonly limit: number;
  /** Between two signs of life of the worker. */
  readonly silence: number;
}

export type Alarm = 'took-too-long' | 'went-silent' | 'frame-gone';

export interface Watchdog {
  /** A reply came. */
  heard(): void;
  /** The frame answered a ping. */
  ponged(): void;
  stop(): void;
}

interface Clock {
  now(): number;
  every(ms: number, tick: () => void): () => void;
}

const pageClock: Clock = {
  now: () => performance.now(),
  every: (ms, tick) => {
    const timer = setInterval(tick, ms);
    return () => clearInterval(timer);
  },
};

const beat = 250;
/** A frame whose process has died never answers; a frame on a busy phone may take a second. */
const patience = 2_500;

export function startWatchdog(watch: Watch, ping: () => void, alarm: (kind: Alarm) => void, clock: Clock = pageClock): Watchdog {
  const start = clock.now();
  let heard = start;
  let ponged = start;
  let ticked = start;
  let asleep = 0;
  const stop = clock.every(beat, () => {
    const now = clock.now();
    // A page in the background, or a laptop that slept: time passed, but the job may not have had it.
    const gap = now - ticked - beat;
    if (gap > 1_000) {
      asleep += gap;
      heard += gap;
      ponged += gap;
    }
    ticked = now;
    if (now - start - asleep > watch.limit) return end('took-too-long');
    if (now - heard > watch.silence) return end('went-silent');
    if (now - ponged > patience) return end('frame-gone');
    ping();
  });
  const end = (kind: Alarm): void => {
    stop();
    alarm(kind);
  };
  return { heard: () => void (heard = clock.now()), ponged: () => void (ponged = clock.now()), stop };
}
