import { statistic, type StreamMetrics } from '../metrics.ts';
import type { StreamRecord } from './stream-state.ts';

/** Counts what happens to the records that a function is given from streams. */
export class StreamTally {
  readonly #ages: number[] = [];
  readonly #series: { readonly at: number; readonly age: number }[] = [];
  dropped = 0;

  /** A batch is handed over at `now`. */
  read(now: number, batch: readonly StreamRecord[]): void {
    const age = now - (batch.at(-1)?.at ?? now);
    this.#ages.push(age);
    this.#series.push({ at: now, age });
  }

  metrics(): StreamMetrics {
    return { IteratorAge: statistic(this.#ages), iteratorAges: this.#series.slice(), droppedRecords: this.dropped };
  }
}
