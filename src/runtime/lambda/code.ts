import type { FunctionSettings, Handler, HandlerFactory } from './options.ts';
import type { Snapshot } from './snapshot.ts';

/** What runs in an environment: the code and the configuration of one version. Those of a published version never change. */
export interface Code {
  /** `$LATEST`, or the number of a published version. */
  readonly version: string;
  readonly settings: FunctionSettings;
  readonly handler: Handler<never, unknown> | HandlerFactory<never, unknown> | undefined;
  /** What SnapStart keeps of its init phase. */
  readonly snapshot: Snapshot;
  readonly madeAt: number;
}
