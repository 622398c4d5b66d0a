/** Which of an author's options can happen: pure, for the build. */
import type { EndKind, Exploration } from '#explore';

export interface Option {
  readonly text: string;
  readonly output?: readonly string[];
  readonly end?: EndKind | 'leak' | 'race';
  readonly possible: boolean;
  readonly why: string;
}

/** True if some order of the program does what `option` names. */
export function canHappen(option: Pick<Option, 'output' | 'end'>, exploration: Exploration): boolean {
  const { output, end } = option;
  if (end === 'leak' && output === undefined) return exploration.leaks.length > 0;
  if (end === 'race' && output === undefined) return exploration.races.length > 0;
  const kind = end === 'leak' || end === 'race' ? undefined : end;
  return exploration.outcomes.some(
    (outcome) =>
      (kind === undefined || outcome.end === kind) &&
      (output === undefined || (outcome.output.length === output.length && outcome.output.every((line, index) => line === output[index]))),
  );
}

/** One order that does what `option` names, if there is one. */
export function orderOf({ output, end }: Pick<Option, 'output' | 'end'>, exploration: Exploration): string | undefined {
  if (end === 'leak' && output === undefined) return exploration.leaks[0]?.schedule;
  if (end === 'race' && output === undefined) return exploration.races[0]?.schedule;
  return exploration.outcomes.find((outcome) => canHappen({ ...(output && { output }), ...(end && { end }) }, { ...exploration, outcomes: [outcome] }))?.schedule;
}

/** The options whose `possible` is not what the program does, as sentences for the author. Empty if all is well. */
export function disagreements(options: readonly Option[], exploration: Exploration): readonly string[] {
  return options.flatMap((option) => {
    if (option.output === undefined && option.end === undefined)
      return [`“${option.text}” names no outcome: give it \`output\`, \`end\` or both`];
    const found = canHappen(option, exploration);
    if (found === option.possible) {
      return !found && !exploration.complete
        ? [`“${option.text}” was not found, but not every order was tried: the program is too large for a question`]
        : [];
    }
    return [
      found
        ? `“${option.text}” can happen, but says possible: false`
        : `“${option.text}” ${exploration.complete ? 'cannot happen' : 'was not found'}, but says possible: true`,
    ];
  });
}
