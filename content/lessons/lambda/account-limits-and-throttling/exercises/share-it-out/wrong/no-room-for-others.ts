/** Reserved concurrency; leave one out, and it shares. */
export const config: Config = {
  checkout: 60,
  reports: 140,
};

export interface Config {
  readonly checkout?: number;
  readonly mail?: number;
  readonly reports?: number;
}
