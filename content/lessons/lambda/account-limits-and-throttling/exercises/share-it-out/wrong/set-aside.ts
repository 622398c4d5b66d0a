/** Reserved concurrency; leave one out, and it shares. */
export const config: Config = {
  reports: 170,
};

export interface Config {
  readonly checkout?: number;
  readonly mail?: number;
  readonly reports?: number;
}
