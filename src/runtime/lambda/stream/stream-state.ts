import { kernel, type Access, type Shared, type Stamp } from '#kernel';
import type { Pace } from '../arrivals.ts';
import { STREAM_RETENTION } from '../constants.ts';
import { hash } from '../hash.ts';
import { text } from '../options.ts';
import type { Region } from '../region.ts';

/** Steps on one shard depend on one another: who writes, who reads, how far readers are. */
export const USE: Access = { bit: 1, after: 3, races: 3 };
export const LOOK: Access = { bit: 2, after: 1, races: 1 };

/** A record in a shard. */
export interface StreamRecord {
  readonly sequence: number;
  /** Records with the same key are in the same shard, in order. */
  readonly key: string;
  /** What the handler is given. */
  readonly item: unknown;
  readonly at: number;
  readonly written: Stamp | undefined;
}

/** Somebody who reads a shard, and is told of new records. */
export interface Reader {
  wake(shard: Shard, now: number): void;
}

export interface Shard {
  readonly id: string;
  readonly shared: Shared;
  readonly records: StreamRecord[];
}

/** Records in shards, which stay for a day whoever reads them. */
export class StreamState {
  readonly region: Region;
  readonly name: string;
  readonly arn: string;
  readonly source: 'aws:kinesis' | 'aws:dynamodb';
  readonly shards: readonly Shard[];
  readonly readers: Reader[] = [];
  /** What was put into it by `account.load`. */
  readonly loads: Pace[] = [];

  constructor(region: Region, name: string, arn: string, source: 'aws:kinesis' | 'aws:dynamodb', shards: number) {
    this.region = region;
    this.name = name;
    this.arn = arn;
    this.source = source;
    this.shards = Array.from({ length: shards }, (_, i) => ({
      id: `shardId-${String(i).padStart(12, '0')}`,
      shared: kernel().shared('queue', { name: shards === 1 ? name : `${name} ${i + 1}` }),
      records: [],
    }));
  }

  shardOf(key: string): Shard {
    return this.shards[hash(text('the key of a record', key)) % this.shards.length] as Shard;
  }

  /** Appends a record, in a step of its writer's. */
  append(key: string, item: unknown, now: number): StreamRecord {
    const k = kernel();
    const shard = this.shardOf(key);
    k.touch(shard.shared, USE);
    const record: StreamRecord = { sequence: shard.records.length + 1, key, item, at: now, written: k.release() };
    shard.records.push(record);
    this.region.work.begin(this.readers.length);
    for (const reader of this.readers) reader.wake(shard, now);
    return record;
  }

  isGone({ at }: StreamRecord, now: number): boolean {
    return now - at >= STREAM_RETENTION;
  }
}
