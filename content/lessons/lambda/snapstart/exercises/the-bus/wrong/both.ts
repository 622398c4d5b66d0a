/** How the café is set up. */
export const config: Config = {
  memory: 1769,
  snapStart: true,
  provisioned: 4,
  versions: 2,
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
