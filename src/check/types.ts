import type { Trace } from '#trace';

/** How an answer can fail. `limit` and `compile` are the answer's own: it ran into a limit, or does not compile. */
export type FailureKind = 'wrong-result' | 'wrong-output' | 'deadlock' | 'leak' | 'race' | 'panic' | 'error' | 'livelock' | 'limit' | 'compile';

export interface Verdict {
  readonly passed: boolean;
  readonly scenes: readonly SceneVerdict[];
  /** Orders over all scenes that were run; `right` of them did what the scene expects. */
  readonly orders: number;
  readonly right: number;
  /** True: every order of every played scene was run. */
  readonly complete: boolean;
  /** One sentence that leads with what works: "Right in 41 of 42 orders." */
  readonly headline: string;
  readonly failure?: Failure;
  readonly ms: number;
}

export interface SceneVerdict {
  readonly name: string;
  readonly passed: boolean;
  readonly orders: number;
  readonly right: number;
  readonly complete: boolean;
  /** Of a scene with limits: what its numbers were, over all of its runs. */
  readonly measures?: readonly Measure[];
}

/** A number of simulated runs and its limits. */
export interface Measure {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Failure {
  readonly kind: FailureKind;
  readonly scene: string;
  /** Name of the author's mistake that this matches, if any. */
  readonly mistake?: string;
  /** The author's sentence for it, or the engine's. */
  readonly say: string;
  /** What happened, where, why, try, replay: the whole report as text. */
  readonly report: string;
  readonly schedule: string;
  /** Step of the trace at which it is decided. */
  readonly step?: number;
  readonly trace?: Trace;
  /** An order in which the same scene is right, with as much in common at the start as was found; there is none if no order that was tried is right. */
  readonly passing?: Trace;
  readonly expected?: string;
  readonly got?: string;
  /** The first line of the panic or error that ended the run. */
  readonly message?: string;
}
