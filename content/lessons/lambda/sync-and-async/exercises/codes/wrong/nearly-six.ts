/** How the codes are sent: times are milliseconds. */
export const config: Config = {
  reserved: 12,
  retryAttempts: 2,
  maxEventAge: 8 * 60_000,
};

/** Leave `reserved` out, and the whole account is used. */
export interface Config {
  readonly reserved?: number;
  readonly retryAttempts: number;
  readonly maxEventAge: number;
}
