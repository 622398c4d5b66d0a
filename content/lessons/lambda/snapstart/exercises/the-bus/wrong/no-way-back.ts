/** How the café is set up. */
export const config: Config = {
  memory: 1769,
  snapStart: true,
  provisioned: 0,
  versions: 1,
};

export interface Config {
  /** Megabytes. */
  readonly memory: number;
  readonly snapStart: boolean;
  /** Environments of the newest version that are kept warm. */
  readonly provisioned: number;
  /** Published versions that are kept, the newest included. */
  readonly versions: number;
}
