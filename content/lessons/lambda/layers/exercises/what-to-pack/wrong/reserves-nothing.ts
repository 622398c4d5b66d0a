export type Library =
  'sdk' | 'images' | 'fonts' | 'pdf' | 'tracing' | 'utils';

export const config: Config = {
  thumbs: {
    layers: ['images', 'tracing', 'utils'],
    memory: 1769,
  },
  bills: {
    layers: ['pdf', 'fonts', 'tracing', 'utils'],
    memory: 1769,
    reserved: 38,
  },
};

/** What is in /opt, and what the function may use. */
export interface Pack {
  readonly layers: readonly Library[];
  /** Megabytes. */
  readonly memory: number;
  readonly reserved?: number;
}

export interface Config {
  readonly thumbs: Pack;
  readonly bills: Pack;
}
