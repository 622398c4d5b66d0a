import { checkOptions, quote } from '#base';
import { between } from '../async/settings.ts';
import { LONGEST_WINDOW, MAPPING_REFUSED, SQS_BATCH, SQS_LARGEST_BATCH, SQS_LARGEST_FIFO_BATCH, SQS_LEAST_MAXIMUM, SQS_LONGEST_DELAY, SQS_LONGEST_RETENTION, SQS_LONGEST_VISIBILITY, SQS_MOST_MAXIMUM, SQS_RETENTION, SQS_SHORTEST_RETENTION, SQS_VISIBILITY } from '../constants.ts';
import { invalidParameter } from '../errors.ts';
import type { Queue } from './queue.ts';

/** Times are milliseconds. */
export interface QueueOptions {
  readonly name: string;
  /** Strict order within each message group, and no duplicates. */
  readonly fifo?: boolean;
  /** FIFO only: a message whose body was sent in the last five minutes is a duplicate of that one. */
  readonly contentBasedDeduplication?: boolean;
  /** How long a message that was received is hidden from the next receiver. Default 30 s. */
  readonly visibilityTimeout?: number;
  /** How long a message is kept. Default 4 days. */
  readonly retentionPeriod?: number;
  /** How long a new message is hidden. Default 0. */
  readonly deliveryDelay?: number;
  /** Where a message goes that has been received `maxReceiveCount` times and not deleted: the redrive policy. */
  readonly deadLetterQueue?: { readonly queue: Queue; readonly maxReceiveCount: number };
}

/** How a function is given the messages of a queue. */
export interface SqsSourceOptions {
  /** Most messages in one event. Default 10; more than 10 need a window. */
  readonly batchSize?: number;
  /** Milliseconds for which a batch that is not full waits for more. Default 0. */
  readonly maxBatchingWindow?: number;
  /** Most batches of this mapping at the same time, 2 to 1,000. It reserves nothing. */
  readonly maxConcurrency?: number;
  /** The handler says which messages failed; the others are deleted. Without it, a batch succeeds or fails as a whole. */
  readonly reportBatchItemFailures?: boolean;
}

/** The same with every default filled in. */
export type QueueSettings = Required<Omit<QueueOptions, 'deadLetterQueue'>> & { readonly deadLetterQueue: QueueOptions['deadLetterQueue'] | undefined };
export type SourceSettings = Required<Omit<SqsSourceOptions, 'maxConcurrency'>> & { readonly maxConcurrency: number | undefined };

/** @throws TypeError, LambdaError for what SQS would refuse. */
export function readQueue(options: QueueOptions): QueueSettings {
  const { name, fifo = false, contentBasedDeduplication = false, visibilityTimeout = SQS_VISIBILITY, retentionPeriod = SQS_RETENTION, deliveryDelay = 0, deadLetterQueue } = options;
  if (typeof name !== 'string' || name === '') throw new TypeError('a queue needs a name');
  between('VisibilityTimeout', 'visibilityTimeout', visibilityTimeout, 0, SQS_LONGEST_VISIBILITY, 1000);
  between('MessageRetentionPeriod', 'retentionPeriod', retentionPeriod, SQS_SHORTEST_RETENTION, SQS_LONGEST_RETENTION, 1000);
  between('DelaySeconds', 'deliveryDelay', deliveryDelay, 0, SQS_LONGEST_DELAY, 1000);
  if (deadLetterQueue !== undefined) checkOptions('deadLetterQueue', deadLetterQueue, 'deadLetterQueue: { queue: failed, maxReceiveCount: 5 }');
  if (deadLetterQueue !== undefined) between('maxReceiveCount', 'maxReceiveCount', deadLetterQueue.maxReceiveCount, 1, 1000, 1);
  return { name, fifo, contentBasedDeduplication, visibilityTimeout, retentionPeriod, deliveryDelay, deadLetterQueue };
}

/** @throws TypeError, LambdaError for what Lambda would refuse. */
export function readSource(options: SqsSourceOptions, { fifo, visibilityTimeout }: QueueSettings, timeout: number): SourceSettings {
  const { batchSize = SQS_BATCH, maxBatchingWindow = 0, maxConcurrency, reportBatchItemFailures = false } = options;
  if (!Number.isInteger(batchSize)) throw new TypeError(`batchSize takes a whole number, not ${quote(batchSize)}`);
  between('BatchSize', 'batchSize', batchSize, 1, fifo ? SQS_LARGEST_FIFO_BATCH : SQS_LARGEST_BATCH, 1);
  between('MaximumBatchingWindowInSeconds', 'maxBatchingWindow', maxBatchingWindow, 0, LONGEST_WINDOW, 1000);
  if (maxConcurrency !== undefined) between('MaximumConcurrency', 'maxConcurrency', maxConcurrency, SQS_LEAST_MAXIMUM, SQS_MOST_MAXIMUM, 1);
  if (batchSize > SQS_BATCH && maxBatchingWindow < 1000) throw invalidParameter(MAPPING_REFUSED.window, 'give the mapping a maxBatchingWindow of 1000 ms or more.');
  if (fifo && maxBatchingWindow > 0) throw invalidParameter(MAPPING_REFUSED.fifoWindow, 'a FIFO queue does not wait for more messages.');
  if (visibilityTimeout < timeout) throw invalidParameter(MAPPING_REFUSED.visibility(visibilityTimeout, timeout), 'AWS recommends six times the function timeout, so that there is time to try a throttled batch again.');
  return { batchSize, maxBatchingWindow, maxConcurrency, reportBatchItemFailures };
}
