import { checkOptions, print } from '#base';
import { kernel, NOW, ReadyOperation, type Access, type Shared, type Stamp } from '#kernel';
import { CONDITION_FAILED } from '../constants.ts';
import type { Deployed } from '../deployed.ts';
import { LambdaError } from '../errors.ts';
import { hash } from '../hash.ts';
import { checkFunction, text, whole } from '../options.ts';
import { parcel } from '../payload.ts';
import type { Region } from '../region.ts';
import type { RecordLoadOptions } from '../arrivals.ts';
import { LOAD, POLL, type EventSource, type Loadable, type Sending } from '../target.ts';
import type { Change } from '../stream/events.ts';
import { readFrom, recordsOf } from '../stream/stream.ts';
import type { StreamSourceOptions } from '../stream/settings.ts';
import { StreamState, USE } from '../stream/stream-state.ts';

/** What a table is made of. */
export interface TableOptions {
  readonly name: string;
  /** Shards of the table's stream. Default 1. */
  readonly shards?: number;
}

/** On what condition a table is written to. */
export interface WriteOptions<T> {
  /** The write is done only if this holds for the item as it is; undefined if there is none. It is asked and the write done in one step. */
  readonly condition?: (item: T | undefined) => boolean;
}

const GET: Access = { bit: 1, after: 2, races: 2 };
const WRITE: Access = { bit: 2, after: 3, races: 3 };

/** Items that share a bucket are not told apart when orders are compared. */
const BUCKETS = 16;

/** What one bucket's items last saw. */
interface Bucket {
  readonly shared: Shared;
  writtenAt: Stamp | undefined;
}

/** Reads or changes one item, in one step. */
class ItemOperation<T> extends ReadyOperation<T> {
  readonly verb: string;
  readonly reason = 'table';
  readonly resource: Shared;
  readonly #bucket: Bucket;
  readonly #access: Access;
  readonly #stream: StreamState;
  readonly #act: () => T;

  constructor(verb: string, bucket: Bucket, access: Access, stream: StreamState, act: () => T) {
    super();
    this.verb = verb;
    this.#bucket = bucket;
    this.#access = access;
    this.#stream = stream;
    this.#act = act;
    this.resource = bucket.shared;
  }

  perform(): T {
    const k = kernel();
    k.touch(this.resource, this.#access);
    k.acquire(this.#bucket.writtenAt);
    const result = this.#act();
    if (this.#access === WRITE) this.#bucket.writtenAt = k.release(this.#bucket.writtenAt);
    return result;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.#access);
    if (this.#access === GET) return;
    for (const { shared } of this.#stream.shards) touch(shared, USE);
    touch(this.#stream.region.clock, NOW);
    this.#stream.region.work.intend(touch);
  }
}

/**
 * A DynamoDB table of items by key, with its stream. `account.table(…)` makes one. It is where handlers keep what has to outlive their
 * environment, and what all environments have to agree on.
 *
 * Each method is one step: nothing comes between a condition and its write. Reads see every write before them, as consistent reads do.
 * Order: a write happens before the reads and writes of that item that follow it.
 *
 * Semantics mirrored: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html and
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html (2026-11).
 *
 * @rules lambda#tables-and-streams
 * @example
 * const account = new Account({ concurrency: 1000 });
 * const paid = account.table<{ by: string }>({ name: 'paid' });
 * const isNew = { condition: (item?: { by: string }) => item === undefined };
 * await paid.put('order 7', { by: 'Ada' }, isNew);
 * const again = paid.put('order 7', { by: 'Bo' }, isNew);
 * await again.catch((error: Error) => {
 *   console.log(error.name); // ConditionalCheckFailedException
 * });
 */
export class Table<T = unknown> implements EventSource<StreamSourceOptions>, Loadable<RecordLoadOptions<T>> {
  readonly #items = new Map<string, T>();
  readonly #stream: StreamState;
  readonly #buckets: readonly Bucket[];

  /** @internal */
  constructor(region: Region, { name, shards = 1 }: TableOptions) {
    if (typeof name !== 'string' || name === '') throw new TypeError('a table needs a name');
    this.#stream = new StreamState(region, name, `arn:aws:dynamodb:us-east-1:123456789012:table/${name}/stream`, 'aws:dynamodb', whole('shards', shards, 1));
    this.#buckets = Array.from({ length: BUCKETS }, () => ({ shared: kernel().shared('other', { name }), writtenAt: undefined }));
  }

  get name(): string {
    return this.#stream.name;
  }

  /** The item under `key`; undefined if there is none. A copy. */
  get(key: string): Promise<T | undefined> {
    return kernel().submit(new ItemOperation('get', this.#bucket(key), GET, this.#stream, () => {
      const item = this.#items.get(key);
      kernel().did('get', this.#bucket(key).shared, { value: `${key}: ${print(item)}`, flow: 'in' });
      return parcel(item).value as T | undefined;
    }));
  }

  /** Puts `item` there, whatever was there before. @throws LambdaError ConditionalCheckFailedException */
  put(key: string, item: T, options: WriteOptions<T> = {}): Promise<void> {
    const copy = parcel(item).value as T;
    return this.#write('put', key, () => copy, options) as Promise<void>;
  }

  /** Changes the item in one step: nobody comes between reading and writing. Returns what is there now. @throws LambdaError ConditionalCheckFailedException */
  update(key: string, change: (item: T | undefined) => T, options: WriteOptions<T> = {}): Promise<T> {
    checkFunction('change', change, '(item) => …');
    return this.#write('update', key, (item) => parcel(change(parcel(item).value as T | undefined)).value as T, options) as Promise<T>;
  }

  /** Takes the item away, if there is one. @throws LambdaError ConditionalCheckFailedException */
  delete(key: string, options: WriteOptions<T> = {}): Promise<void> {
    return this.#write('delete', key, () => undefined, options) as Promise<void>;
  }

  /** @internal */
  [LOAD](options: RecordLoadOptions<T>): Sending<void> {
    const { data, key } = recordsOf(options);
    this.#stream.loads.push(options);
    return { each: (n) => {
      const copy = parcel(data(n)).value as T;
      return this.#writing('put', key(n), () => copy, {});
    } };
  }

  /** @internal */
  [POLL](fn: Deployed, qualifier: string, options: StreamSourceOptions = {}): void {
    readFrom(this.#stream, fn, qualifier, options);
  }

  #bucket(key: string): Bucket {
    return this.#buckets[hash(text('the key of an item', key)) % BUCKETS] as Bucket;
  }

  #write(verb: string, key: string, change: (item: T | undefined) => T | undefined, options: WriteOptions<T>): Promise<unknown> {
    return kernel().submit(this.#writing(verb, key, change, options));
  }

  #writing(verb: string, key: string, change: (item: T | undefined) => T | undefined, options: WriteOptions<T>): ItemOperation<unknown> {
    checkOptions(verb, options, `table.${verb}(key, …, { condition: (item) => item === undefined })`);
    const { condition } = options;
    if (condition !== undefined) checkFunction('condition', condition, '(item) => …');
    const bucket = this.#bucket(key);
    return new ItemOperation<unknown>(verb, bucket, WRITE, this.#stream, () => {
      const before = this.#items.get(key);
      if (condition !== undefined && !condition(before)) {
        kernel().did(verb, bucket.shared, { note: `${key}: condition failed` });
        throw new LambdaError('ConditionalCheckFailedException', CONDITION_FAILED, `the item is ${print(before)}. Somebody else may have written it first; catch this, and do what is right then.`);
      }
      const after = change(before);
      if (after === undefined) this.#items.delete(key);
      else this.#items.set(key, after);
      kernel().did(verb, bucket.shared, { value: `${key}: ${print(after)}`, flow: 'out' });
      if (before !== undefined || after !== undefined) {
        const record: Change = { name: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY', before, after };
        this.#stream.append(key, record, this.#stream.region.now());
      }
      return verb === 'update' ? parcel(after).value : undefined;
    });
  }
}
