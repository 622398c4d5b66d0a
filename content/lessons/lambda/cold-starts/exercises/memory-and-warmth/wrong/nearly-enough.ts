/** Megabytes, and environments that are kept warm. */
export const config: Config = {
  memory: 1400,
  provisioned: 5,
};

export interface Config {
  readonly memory: number;
  readonly provisioned: number;
}
