import { EPOCH } from '#kernel';
import type { Deployed } from '../deployed.ts';
import type { Answered } from '../result.ts';
import { ARN } from '../target.ts';
import type { Shard, StreamRecord, StreamState } from './stream-state.ts';

/** A record of a Kinesis stream, as a handler is given it. The model leaves `data` as it is; Kinesis sends base64. */
export interface KinesisRecord<T = unknown> {
  readonly eventSource: 'aws:kinesis';
  readonly eventID: string;
  readonly eventSourceARN: string;
  readonly kinesis: { readonly partitionKey: string; readonly sequenceNumber: string; readonly data: T; readonly approximateArrivalTimestamp: number };
}

/** A change of a table, as a handler is given it. Items are plain; DynamoDB names the type of each field. */
export interface DynamoRecord<T = unknown> {
  readonly eventSource: 'aws:dynamodb';
  readonly eventID: string;
  readonly eventSourceARN: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: { readonly Keys: string; readonly SequenceNumber: string; readonly NewImage?: T; readonly OldImage?: T };
}

/** What a handler gets from a stream. */
export interface StreamEvent<R = KinesisRecord | DynamoRecord> {
  readonly Records: readonly R[];
}

/** What a table tells of one change. */
export interface Change {
  readonly name: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly before: unknown;
  readonly after: unknown;
}

export function streamEvent({ source, arn }: StreamState, shard: Shard, records: readonly StreamRecord[]): StreamEvent {
  return {
    Records: records.map(({ sequence, key, item, at }) => {
      const eventID = `${shard.id}:${sequence}`;
      if (source === 'aws:kinesis') return { eventSource: source, eventID, eventSourceARN: arn, kinesis: { partitionKey: key, sequenceNumber: String(sequence), data: item, approximateArrivalTimestamp: (EPOCH + at) / 1000 } };
      const { name, before, after } = item as Change;
      return { eventSource: source, eventID, eventSourceARN: arn, eventName: name, dynamodb: { Keys: key, SequenceNumber: String(sequence), ...(after === undefined ? {} : { NewImage: after }), ...(before === undefined ? {} : { OldImage: before }) } };
    }),
  };
}

/** What a destination is told of records that were given up: where they are, not what they are. */
export function batchInfo({ source, arn }: StreamState, shard: Shard, records: readonly StreamRecord[], fn: Deployed, qualifier: string, condition: string, attempts: number, answer: Answered<unknown> | undefined, now: number): unknown {
  const [first, last] = [records[0] as StreamRecord, records.at(-1) as StreamRecord];
  const time = (ms: number): string => new Date(EPOCH + ms).toISOString();
  return {
    version: '1.0',
    timestamp: time(now),
    requestContext: { functionArn: `${fn.target[ARN]}:${qualifier}`, condition, approximateInvokeCount: attempts },
    ...(answer === undefined ? {} : { responseContext: { statusCode: answer.status, executedVersion: answer.executedVersion, functionError: answer.functionError } }),
    [source === 'aws:kinesis' ? 'KinesisBatchInfo' : 'DDBStreamBatchInfo']: {
      shardId: shard.id,
      startSequenceNumber: String(first.sequence),
      endSequenceNumber: String(last.sequence),
      approximateArrivalOfFirstRecord: time(first.at),
      approximateArrivalOfLastRecord: time(last.at),
      batchSize: records.length,
      streamArn: arn,
    },
  };
}
