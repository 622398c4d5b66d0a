/** Reserved concurrency; leave one out, and it shares. */
export const config: Config = {
  checkout: 30,
  mail: 10,
  reports: 100,
};

export interface Config {
  readonly checkout?: number;
  readonly mail?: number;
  readonly reports?: number;
}
