import { quote } from '#base';
import type { Run } from '#kernel';
import { faultOfLimits, seenOf } from './limits.ts';
import { isSame } from './same.ts';
import type { Scene } from './spec.ts';
import type { FailureKind } from './types.ts';

/** What one run of a scene did wrong. */
export interface Fault {
  readonly kind: FailureKind;
  readonly expected?: string;
  readonly got?: string;
  readonly value?: unknown;
  readonly message?: string;
  /** What the learner is told, if the author has no sentence for it. */
  readonly say?: string;
}

/** What `play` returned, and whether the scene's own test of it held. */
export interface Played {
  readonly value: unknown;
  readonly accepted: boolean | undefined;
}

/**
 * The fault of a finished run, or undefined if it did all that the scene expects. What a user of the program would notice first comes
 * first: how it ended, then what it gave; then what it left behind; a race last, as it shows only in the rules of the language.
 */
export function faultOf(run: Run, scene: Scene<unknown>, played: Played | undefined): Fault | undefined {
  const end = run.end;
  if (end === undefined) return { kind: 'error', message: 'the run did not end' };
  if (end.kind !== 'ok') return { kind: end.kind, ...('message' in end ? { message: end.message } : {}) };
  if (scene.expect !== undefined && !isExpected(scene.expect, played)) {
    return { kind: 'wrong-result', got: quote(played?.value), value: played?.value, ...(typeof scene.expect === 'function' ? {} : { expected: quote(scene.expect) }) };
  }
  const overrun = faultOfLimits(seenOf(scene, played?.value));
  if (overrun !== undefined) return { kind: 'wrong-result', ...overrun };
  if (scene.output !== undefined && !isSame(scene.output, run.output)) return { kind: 'wrong-output', expected: scene.output.join('\n'), got: run.output.join('\n'), value: run.output };
  if (!scene.allowLeaks && run.leaks().length > 0) return { kind: 'leak' };
  if (!scene.allowRaces && run.races.length > 0) return { kind: 'race' };
  return undefined;
}

function isExpected(expected: unknown, played: Played | undefined): boolean {
  if (typeof expected === 'function') return played?.accepted === true;
  return played !== undefined && isSame(expected, played.value);
}

/** Lower is told first. */
export const rank = (kind: FailureKind): number => (kind === 'race' ? 2 : kind === 'leak' ? 1 : 0);
