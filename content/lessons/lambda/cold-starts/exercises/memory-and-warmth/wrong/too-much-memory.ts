/** Megabytes, and environments that are kept warm. */
export const config: Config = {
  memory: 3008,
  provisioned: 5,
};

export interface Config {
  readonly memory: number;
  readonly provisioned: number;
}
