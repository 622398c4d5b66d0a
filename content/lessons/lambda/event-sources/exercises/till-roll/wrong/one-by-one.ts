/** How `book` reads the till’s stream. */
export const config: Config = {
  batchSize: 1,
  parallelizationFactor: 3,
  bisectBatchOnError: false,
  maxRecordAge: 4 * 60_000,
};

/** What is left out is as AWS has it: for ever. */
export interface Config {
  readonly batchSize: number;
  readonly parallelizationFactor: number;
  readonly bisectBatchOnError: boolean;
  readonly retryAttempts?: number;
  /** Milliseconds. */
  readonly maxRecordAge?: number;
}
