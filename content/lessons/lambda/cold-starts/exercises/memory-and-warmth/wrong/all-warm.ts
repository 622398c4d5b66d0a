/** Megabytes, and environments that are kept warm. */
export const config: Config = {
  memory: 1769,
  provisioned: 20,
};

export interface Config {
  readonly memory: number;
  readonly provisioned: number;
}
