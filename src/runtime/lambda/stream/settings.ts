import { between } from '../async/settings.ts';
import { LONGEST_RECORD_AGE, LONGEST_WINDOW, MOST_LANES, MOST_STREAM_RETRIES, SHORTEST_RECORD_AGE, STREAM_BATCH, STREAM_LARGEST_BATCH } from '../constants.ts';
import { invalidParameter } from '../errors.ts';
import { checkTarget, type Target } from '../target.ts';

/** How a function is given the records of a stream. Times are milliseconds. */
export interface StreamSourceOptions {
  /** `TRIM_HORIZON`, the default: all that is still there. `LATEST`: what comes from now on. */
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST';
  /** Most records in one event. Default 100. */
  readonly batchSize?: number;
  /** How long a batch that is not full waits for more. Default 0. */
  readonly maxBatchingWindow?: number;
  /** Batches of one shard at the same time, 1 to 10. Records with the same key stay in order. Default 1. */
  readonly parallelizationFactor?: number;
  /** How often a batch that failed is tried again; −1, the default, is until its records expire. */
  readonly retryAttempts?: number;
  /** How old a record of a failed batch may get; −1, the default, is until it expires. */
  readonly maxRecordAge?: number;
  /** A batch that fails is tried again in two halves. That does not count as an attempt. */
  readonly bisectBatchOnError?: boolean;
  /** The handler says which record failed first; those before it are done. */
  readonly reportBatchItemFailures?: boolean;
  /** Where it is told which records were given up: where they stand in the stream, not what they are. */
  readonly onFailure?: Target;
}

export type StreamSettings = Required<Omit<StreamSourceOptions, 'onFailure'>> & { readonly onFailure: Target | undefined };

/** @throws TypeError, LambdaError for what Lambda would refuse. */
export function readStreamSource(options: StreamSourceOptions): StreamSettings {
  const { startingPosition = 'TRIM_HORIZON', batchSize = STREAM_BATCH, maxBatchingWindow = 0, parallelizationFactor = 1, retryAttempts = -1, maxRecordAge = -1, bisectBatchOnError = false, reportBatchItemFailures = false, onFailure } = options;
  between('BatchSize', 'batchSize', batchSize, 1, STREAM_LARGEST_BATCH, 1);
  between('MaximumBatchingWindowInSeconds', 'maxBatchingWindow', maxBatchingWindow, 0, LONGEST_WINDOW, 1000);
  between('ParallelizationFactor', 'parallelizationFactor', parallelizationFactor, 1, MOST_LANES, 1);
  between('MaximumRetryAttempts', 'retryAttempts', retryAttempts, -1, MOST_STREAM_RETRIES, 1);
  if (maxRecordAge !== -1) between('MaximumRecordAgeInSeconds', 'maxRecordAge', maxRecordAge, SHORTEST_RECORD_AGE, LONGEST_RECORD_AGE, 1000);
  if (startingPosition !== 'TRIM_HORIZON' && startingPosition !== 'LATEST') throw invalidParameter(`1 validation error detected: Value '${String(startingPosition)}' at 'startingPosition' failed to satisfy constraint: Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]`, 'the model knows TRIM_HORIZON and LATEST.');
  if (onFailure !== undefined) checkTarget('onFailure', onFailure);
  return { startingPosition, batchSize, maxBatchingWindow, parallelizationFactor, retryAttempts, maxRecordAge, bisectBatchOnError, reportBatchItemFailures, onFailure };
}
