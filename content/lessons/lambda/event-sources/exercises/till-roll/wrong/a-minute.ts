/** How `book` reads the till’s stream. */
export const config: Config = {
  batchSize: 20,
  parallelizationFactor: 3,
  bisectBatchOnError: true,
  maxRecordAge: 1 * 60_000,
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
