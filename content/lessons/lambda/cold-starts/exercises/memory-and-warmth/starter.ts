/** Megabytes, and environments that are kept warm. */
export const config: Config = {
  memory: 512,
  provisioned: 0,
};

export interface Config {
  readonly memory: number;
  readonly provisioned: number;
}
