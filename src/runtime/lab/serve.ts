import { LINE, park } from './cells.ts';
import type { Place } from './jobs.ts';
import { GO, STOP, type Jobs, type Peer, type Said, type Task } from './protocol.ts';

/** What a worker does all its life: take a task, sleep until all others have theirs, do it, say what came of it and how long it took. */
export function serve(jobs: Jobs, peer: Peer<Said, Task>, now: () => number): void {
  peer.listen((task) => {
    try {
      peer.post(perform(jobs, task, () => peer.post({ kind: 'ready' }), now));
    } catch (error) {
      peer.post({ kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  });
  peer.post({ kind: 'up' });
}

function perform(jobs: Jobs, { id, job, settings, memory }: Task, ready: () => void, now: () => number): Said {
  const run = jobs[job];
  if (run === undefined) throw new RangeError(`there is no job '${job}'`);
  const signals = new Int32Array(memory, 0, LINE);
  const place: Place = { id, cells: new Int32Array(memory, 4 * LINE), now, isStopped: () => Atomics.load(signals, STOP) === 1 };
  ready();
  park(signals, GO, 0);
  const from = now();
  const result = run(place, settings as never);
  return { kind: 'done', result, from, to: now() };
}
