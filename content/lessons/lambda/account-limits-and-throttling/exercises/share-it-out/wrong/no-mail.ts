/** Reserved concurrency; leave one out, and it shares. */
export const config: Config = {
  mail: 0,
  reports: 100,
};

export interface Config {
  readonly checkout?: number;
  readonly mail?: number;
  readonly reports?: number;
}
