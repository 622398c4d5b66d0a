/** Of the function behind the URL. Times in milliseconds. */
export const config: Config = {
  reserved: 0,
  timeout: 5000,
};

/** Leave `reserved` out, and the function shares the pool. */
export interface Config {
  readonly reserved?: number;
  readonly timeout: number;
}
