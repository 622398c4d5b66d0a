import { kernel, Operation, ReadyOperation, NOW, type Access, type Body, type Shared } from '#kernel';
import { inBackground } from '../background.ts';
import { STREAM_BACK_OFF, STREAM_GIVEN_UP, STREAM_LONGEST_BACK_OFF, STREAM_RETENTION, type ThrottleReason } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import { hash } from '../hash.ts';
import type { Invocation } from '../invocation.ts';
import { AnswerOperation, ArriveOperation } from '../invoke.ts';
import { failuresIn } from '../sqs/events.ts';
import { DELIVER } from '../target.ts';
import type { Answered } from '../result.ts';
import { batchInfo, streamEvent } from './events.ts';
import type { StreamSettings } from './settings.ts';
import { USE, type Reader, type Shard, type StreamRecord, type StreamState } from './stream-state.ts';

/** One place in a shard from which batches are taken, one at a time. With a parallelisation factor, a shard has several. */
class Lane {
  /** Records that are still to be handed over, oldest first. */
  readonly waiting: StreamRecord[] = [];
  isRead = false;
}

/** An event source mapping for a stream: reads each shard in order, and invokes a function with what it finds. */
export class StreamMapping implements Reader {
  readonly #stream: StreamState;
  readonly #fn: Deployed;
  readonly #qualifier: string;
  readonly #settings: StreamSettings;
  readonly #lanes: ReadonlyMap<Shard, readonly Lane[]>;

  constructor(stream: StreamState, fn: Deployed, qualifier: string, settings: StreamSettings) {
    this.#stream = stream;
    this.#fn = fn;
    this.#qualifier = qualifier;
    this.#settings = settings;
    this.#lanes = new Map(stream.shards.map((shard) => [shard, Array.from({ length: settings.parallelizationFactor }, () => new Lane())]));
  }

  /** Begins with what the stream holds already. Returns how much that is. */
  begin(now: number): number {
    if (this.#settings.startingPosition === 'LATEST') return 0;
    let count = 0;
    for (const shard of this.#stream.shards) {
      for (const record of shard.records) {
        if (this.#stream.isGone(record, now)) continue;
        this.#laneOf(shard, record).waiting.push(record);
        count++;
      }
      for (const lane of this.#lanes.get(shard) as readonly Lane[]) this.#read(shard, lane);
    }
    return count;
  }

  wake(shard: Shard): void {
    const record = shard.records.at(-1) as StreamRecord;
    const lane = this.#laneOf(shard, record);
    lane.waiting.push(record);
    this.#read(shard, lane);
    kernel().changed(shard.shared);
  }

  #laneOf(shard: Shard, { key }: StreamRecord): Lane {
    const lanes = this.#lanes.get(shard) as readonly Lane[];
    // Not the bits that chose the shard.
    return lanes[Math.floor(hash(key) / 64) % lanes.length] as Lane;
  }

  #read(shard: Shard, lane: Lane): void {
    if (lane.isRead || lane.waiting.length === 0) return;
    lane.isRead = true;
    inBackground(`${this.#stream.name}-reader-1`, () => this.#batches(shard, lane));
  }

  /** Batch after batch, until there is nothing left to read. */
  *#batches(shard: Shard, lane: Lane): Body<void> {
    const { batchSize } = this.#settings;
    for (;;) {
      let isOver = this.#settings.maxBatchingWindow === 0;
      const window = isOver ? undefined : kernel().timer(this.#settings.maxBatchingWindow, `${this.#stream.name}-window`, () => {
        kernel().touch(shard.shared, USE);
        isOver = true;
        kernel().changed(shard.shared);
      }, true);
      const batch = (yield new TakeOperation(this.#stream, shard, lane.waiting, batchSize, () => isOver)) as StreamRecord[];
      window?.cancel();
      if (batch.length > 0) yield* this.#give(shard, batch);
      const isMore = (yield new DoneOperation(this.#stream, shard, batch.length, () => {
        lane.isRead = lane.waiting.length > 0;
        return lane.isRead;
      })) as boolean;
      if (!isMore) return;
    }
  }

  /** Sees `batch` to its end: done, or given up. Until then its lane stands still. */
  *#give(shard: Shard, batch: readonly StreamRecord[]): Body<void> {
    const { retryAttempts, bisectBatchOnError } = this.#settings;
    let rest = batch;
    for (let failures = 0, throttles = 0; rest.length > 0; ) {
      const answer = yield* this.#attempt(shard, rest);
      // Being turned away is not an attempt.
      let wait = STREAM_BACK_OFF * 2 ** throttles;
      if (answer === undefined) throttles++;
      else {
        const failed = this.#firstFailure(answer, rest);
        if (failed === undefined) return;
        if (failed > 0) {
          // What was done before the first failure is not done again.
          rest = rest.slice(failed);
          failures = 0;
          continue;
        }
        if (bisectBatchOnError && rest.length > 1) {
          const half = Math.ceil(rest.length / 2);
          yield* this.#give(shard, rest.slice(0, half));
          rest = rest.slice(half);
          continue;
        }
        failures++;
        if (retryAttempts >= 0 && failures > retryAttempts) return yield* this.#giveUp(shard, rest, STREAM_GIVEN_UP.attempts, failures, answer);
        wait = STREAM_BACK_OFF * 2 ** (failures - 1);
      }
      rest = yield* this.#waitFor(shard, rest, Math.min(wait, STREAM_LONGEST_BACK_OFF), failures, answer);
    }
  }

  /** One attempt at `batch`. Undefined: it was turned away. */
  *#attempt(shard: Shard, batch: readonly StreamRecord[]): Body<Answered<unknown> | undefined> {
    const origin = { id: `${shard.id}-${batch[0]?.sequence}`, taken: (now: number) => this.#fn.stream.read(now, batch) };
    const arrived = (yield new ArriveOperation(this.#fn, this.#qualifier, streamEvent(this.#stream, shard, batch), [this.#fn.tally], origin)) as Invocation | ThrottleReason;
    return typeof arrived === 'string' ? undefined : ((yield new AnswerOperation(arrived)) as Answered<unknown>);
  }

  /** Waits before the next attempt at `batch`, and returns what of it is not too old then. */
  *#waitFor(shard: Shard, batch: readonly StreamRecord[], ms: number, failures: number, answer: Answered<unknown> | undefined): Body<readonly StreamRecord[]> {
    const { region } = this.#stream;
    const { maxRecordAge } = this.#settings;
    const oldest = maxRecordAge === -1 ? STREAM_RETENTION : Math.min(maxRecordAge, STREAM_RETENTION);
    const left = (batch[0] as StreamRecord).at + oldest - region.now();
    if (left > 0) yield* kernel().sleep(Math.min(ms, left));
    const now = region.now();
    const kept = batch.filter(({ at }) => now - at < oldest);
    yield* this.#giveUp(shard, batch.slice(0, batch.length - kept.length), STREAM_GIVEN_UP.age, failures, answer);
    return kept;
  }

  *#giveUp(shard: Shard, records: readonly StreamRecord[], condition: string, attempts: number, answer: Answered<unknown> | undefined): Body<void> {
    const { onFailure } = this.#settings;
    if (records.length === 0) return;
    this.#fn.stream.dropped += records.length;
    if (onFailure === undefined) return;
    const why = yield* onFailure[DELIVER](batchInfo(this.#stream, shard, records, this.#fn, this.#qualifier, condition, attempts, answer, this.#stream.region.now()));
    if (why !== undefined) this.#fn.events.destinationFailures++;
  }

  /** Place of the first record in `batch` that failed; undefined if none did. */
  #firstFailure({ functionError, payload }: Answered<unknown>, batch: readonly StreamRecord[]): number | undefined {
    if (functionError !== undefined) return 0;
    if (!this.#settings.reportBatchItemFailures) return undefined;
    const ids = batch.map(({ sequence }) => String(sequence));
    const failed = failuresIn(payload, ids);
    return failed.length === 0 ? undefined : Math.min(...failed.map((id) => ids.indexOf(id)));
  }
}

/** Takes the next records out of a lane. Waits until there are enough, or `isOver`. */
class TakeOperation extends Operation<StreamRecord[]> {
  readonly verb = 'read';
  readonly reason = 'read';
  readonly resource: Shared;
  readonly #stream: StreamState;
  readonly #waiting: StreamRecord[];
  readonly #most: number;
  readonly #isOver: () => boolean;

  constructor(stream: StreamState, shard: Shard, waiting: StreamRecord[], most: number, isOver: () => boolean) {
    super();
    this.#stream = stream;
    this.resource = shard.shared;
    this.#waiting = waiting;
    this.#most = most;
    this.#isOver = isOver;
  }

  ways(): number {
    return this.#isOver() || this.#waiting.length >= this.#most ? 1 : 0;
  }

  perform(): StreamRecord[] {
    const k = kernel();
    const now = this.#stream.region.now();
    k.touch(this.resource, USE);
    const batch = this.#waiting.splice(0, this.#most);
    for (const { written } of batch) k.acquire(written);
    const kept = batch.filter((record) => !this.#stream.isGone(record, now));
    if (kept.length < batch.length) this.#stream.region.work.finish(batch.length - kept.length);
    k.did('read', this.resource, { note: `${kept.length} ${kept.length === 1 ? 'record' : 'records'}` });
    return kept;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, USE);
    touch(this.#stream.region.clock, NOW);
    this.#stream.region.work.intend(touch);
  }
}

/** A batch has come to its end: the lane moves on. Says whether there is more to read. */
class DoneOperation extends ReadyOperation<boolean> {
  readonly verb = 'checkpoint';
  readonly reason = 'checkpoint';
  readonly resource: Shared;
  readonly #stream: StreamState;
  readonly #count: number;
  readonly #next: () => boolean;

  constructor(stream: StreamState, shard: Shard, count: number, next: () => boolean) {
    super();
    this.#stream = stream;
    this.resource = shard.shared;
    this.#count = count;
    this.#next = next;
  }

  perform(): boolean {
    kernel().touch(this.resource, USE);
    kernel().did('checkpoint', this.resource);
    this.#stream.region.work.finish(this.#count);
    return this.#next();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, USE);
    this.#stream.region.work.intend(touch);
  }
}
