export type Library =
  'sdk' | 'images' | 'fonts' | 'pdf' | 'tracing' | 'utils';

export const config: Config = {
  thumbs: {
    layers: ['sdk', 'images', 'tracing', 'utils'],
    memory: 512,
    reserved: 35,
  },
  bills: {
    layers: ['sdk', 'pdf', 'fonts', 'tracing', 'utils'],
    memory: 512,
    reserved: 35,
  },
};

/** What is in /opt, and what the function may use. */
export interface Pack {
  readonly layers: readonly Library[];
  /** Megabytes. */
  readonly memory: number;
  readonly reserved: number;
}

export interface Config {
  readonly thumbs: Pack;
  readonly bills: Pack;
}
