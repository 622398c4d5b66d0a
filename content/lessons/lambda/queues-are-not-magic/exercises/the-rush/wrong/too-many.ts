/** Times are milliseconds. */
export const config: Config = {
  batchSize: 1,
  maxConcurrency: 8,
  visibilityTimeout: 60_000,
};

/** Leave `maxConcurrency` out, and it is Lambda's to say. */
export interface Config {
  readonly batchSize: number;
  readonly maxConcurrency?: number;
  readonly visibilityTimeout: number;
}
