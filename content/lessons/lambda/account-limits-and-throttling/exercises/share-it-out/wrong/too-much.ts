/** Reserved concurrency; leave one out, and it shares. */
export const config: Config = {
  checkout: 100,
  mail: 50,
  reports: 90,
};

export interface Config {
  readonly checkout?: number;
  readonly mail?: number;
  readonly reports?: number;
}
