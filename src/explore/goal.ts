import type { Run } from '#kernel';
import { endsBadly } from './ends-badly.ts';
import type { Goal } from './types.ts';

/** Whether a finished run does what `goal` names: all of what is given has to hold. */
export function reaches(run: Run, { end, output, notOutput }: Goal): boolean {
  if (end !== undefined && !endsAs(run, end)) return false;
  if (output !== undefined && !isOutput(run, output)) return false;
  // A run that prints nothing because it fails has not printed something else.
  return notOutput === undefined || (run.end?.kind === 'ok' && !isOutput(run, notOutput));
}

function endsAs(run: Run, end: NonNullable<Goal['end']>): boolean {
  switch (end) {
    case 'failure': return endsBadly(run);
    case 'leak': return run.leaks().length > 0;
    case 'race': return run.races.length > 0;
    default: return run.end?.kind === end;
  }
}

const isOutput = (run: Run, lines: readonly string[]): boolean => lines.length === run.output.length && lines.every((line, index) => line === run.output[index]);
