/** Reserved and provisioned concurrency of the till. */
export const config: Config = {
  reserved: 120,
  provisioned: 120,
};

/** Leave `reserved` out, and the till shares the pool. */
export interface Config {
  readonly reserved?: number;
  readonly provisioned: number;
}
