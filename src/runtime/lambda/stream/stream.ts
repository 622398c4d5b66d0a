import { quote } from '#base';
import { kernel, NOW, ReadyOperation, type Access, type Shared } from '#kernel';
import type { RecordLoadOptions } from '../arrivals.ts';
import type { Deployed } from '../deployed.ts';
import { checkFunction, whole } from '../options.ts';
import { parcel } from '../payload.ts';
import type { Region } from '../region.ts';
import { LOAD, POLL, type EventSource, type Loadable, type Sending } from '../target.ts';
import { StreamMapping } from './mapping.ts';
import { readStreamSource, type StreamSourceOptions } from './settings.ts';
import { StreamState, USE } from './stream-state.ts';

/** What a stream is made of. */
export interface StreamOptions {
  readonly name: string;
  /** Default 1. */
  readonly shards?: number;
}

/** Appends one record. Returns where it stands. */
class PutOperation extends ReadyOperation<string> {
  readonly verb = 'put';
  readonly reason = 'put';
  readonly resource: Shared;
  readonly #stream: StreamState;
  readonly #key: string;
  readonly #data: unknown;

  constructor(stream: StreamState, key: string, data: unknown) {
    super();
    this.#stream = stream;
    this.#key = key;
    this.#data = data;
    this.resource = stream.shardOf(key).shared;
  }

  perform(): string {
    const now = this.#stream.region.now();
    kernel().did('put', this.resource, { value: quote(this.#data), flow: 'out' });
    return String(this.#stream.append(this.#key, this.#data, now).sequence);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, USE);
    touch(this.#stream.region.clock, NOW);
    this.#stream.region.work.intend(touch);
  }
}

/**
 * A Kinesis stream. `account.stream(…)` makes one.
 *
 * Records with the same key go to the same shard and are read in order; between shards there is no order. They stay for 24 hours,
 * whoever has read them. A batch that fails is tried again before anything behind it in its shard is read.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html (2026-11).
 *
 * @rules lambda#tables-and-streams
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const pages: unknown[] = [];
 * const count = account.function({
 *   name: 'count',
 *   handler: async (event: StreamEvent<KinesisRecord>) => {
 *     for (const { kinesis } of event.Records) pages.push(kinesis.data);
 *   },
 * });
 * const clicks = account.stream({ name: 'clicks' });
 * count.addEventSource(clicks, { batchSize: 10 });
 * await clicks.put('/tea', 'visitor 7');
 * await account.drain();
 * console.log(pages.join()); // /tea
 */
export class Stream implements EventSource<StreamSourceOptions>, Loadable<RecordLoadOptions> {
  readonly #state: StreamState;

  /** @internal */
  constructor(region: Region, { name, shards = 1 }: StreamOptions) {
    if (typeof name !== 'string' || name === '') throw new TypeError('a stream needs a name');
    this.#state = new StreamState(region, name, `arn:aws:kinesis:us-east-1:123456789012:stream/${name}`, 'aws:kinesis', whole('shards', shards, 1));
  }

  get name(): string {
    return this.#state.name;
  }

  /** Appends a record to the shard of `partitionKey`. Does not wait for anybody to read it. Returns its sequence number. */
  put(data: unknown, partitionKey: string): Promise<string> {
    return kernel().submit(new PutOperation(this.#state, partitionKey, parcel(data).value));
  }

  /** @internal */
  [LOAD](options: RecordLoadOptions): Sending<void> {
    const { data, key } = recordsOf(options);
    this.#state.loads.push(options);
    return { each: (n) => new PutOperation(this.#state, key(n), parcel(data(n)).value) };
  }

  /** @internal */
  [POLL](fn: Deployed, qualifier: string, options: StreamSourceOptions = {}): void {
    readFrom(this.#state, fn, qualifier, options);
  }
}

/** What a load puts into a stream or table. @throws TypeError for what makes no records. */
export function recordsOf<T>({ data = (n: number) => n as T, key = String }: RecordLoadOptions<T>): Required<Pick<RecordLoadOptions<T>, 'data' | 'key'>> {
  checkFunction('data', data);
  checkFunction('key', key);
  return { data, key };
}

/** Adds a mapping to a stream. */
export function readFrom(stream: StreamState, fn: Deployed, qualifier: string, options: StreamSourceOptions): void {
  const mapping = new StreamMapping(stream, fn, qualifier, readStreamSource(options));
  fn.sources.push(stream);
  const now = stream.region.now();
  for (const { shared } of stream.shards) kernel().touch(shared, USE);
  stream.region.work.begin(mapping.begin(now));
  stream.readers.push(mapping);
}
