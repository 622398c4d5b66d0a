import type { Judgement } from './judge.ts';
import type { Likeness } from './likeness.ts';
import type { HandIn } from './read.ts';

export interface Graded {
  readonly handIn: HandIn;
  readonly judgements: readonly Judgement[];
}

const some = (count: number, what: string): string => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

const counted = (judgements: readonly Judgement[]): string => {
  const of = (result: Judgement['result']): number => judgements.filter((each) => each.result === result).length;
  return `${of('verified').toLocaleString('en')} verified, ${of('refuted').toLocaleString('en')} refuted, ${of('inconclusive').toLocaleString('en')} inconclusive`;
};

/** What an edition expects of a hand-in besides answers. */
export interface Expected {
  /** 'Student number' */
  readonly label: string;
  readonly pattern?: string;
  readonly version: string;
}

/** Hand-ins that are not what the edition asks for. They are judged all the same. */
export function oddities(handIns: readonly HandIn[], { label, pattern, version }: Expected): { readonly names: readonly string[]; readonly versions: readonly string[] } {
  const whole = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'v');
  return {
    // Where nothing could be read, the name is that of the file.
    names: handIns.filter(({ student, answers, problems }) => whole?.test(student) === false && (answers.length > 0 || problems.length === 0)).map(({ student, file }) => `  ${file}: “${student}” is not what was asked for: ${label}.`),
    versions: handIns.filter((handIn) => handIn.version !== '' && handIn.version !== version).map((handIn) => `  ${handIn.file}: ${handIn.version}`),
  };
}

/** What an instructor wants to know before looking at single rows. */
export function summaryOf(graded: readonly Graded[], likeness: readonly Likeness[], boundary: string, expected?: Expected): string {
  const all = graded.flatMap(({ judgements }) => judgements);
  const odd = expected === undefined ? { names: [], versions: [] } : oddities(graded.map(({ handIn }) => handIn), expected);
  const sections = [
    [`${some(graded.length, 'hand-in')}, ${some(all.length, 'answer')}: ${counted(all)}.`, `Run in ${boundary}.`],
    ['By exercise', ...byExercise(graded)],
    ['Most frequent wrong answers', ...wrongAnswers(all)],
    ['Claimed as solved and refuted', ...claims(graded)],
    ['Could not be read', ...graded.flatMap(({ handIn }) => handIn.problems.map((problem) => `  ${handIn.file}: ${problem}`))],
    ['Not the name or number that was asked for', ...odd.names],
    [`Made in another version of the course than this one, ${expected?.version ?? ''}, and judged by this one`, ...odd.versions],
    ['Alike: a hint to look, not a judgement. Short answers to one question are alike by themselves.', ...likeness.map(likely)],
  ];
  return `${sections.filter((lines, index) => index === 0 || lines.length > 1).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function byExercise(graded: readonly Graded[]): string[] {
  const rows = graded.flatMap(({ handIn, judgements }) => judgements.map((judgement) => ({ ...judgement, student: handIn.student })));
  return [...Map.groupBy(rows, ({ exercise }) => exercise)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([exercise, those]) => {
    const failed = [...new Set(those.filter(({ result }) => result !== 'verified').map(({ student }) => student))];
    return `  ${exercise}: ${counted(those)}${failed.length === 0 ? '' : `\n    not verified: ${failed.join(', ')}`}`;
  });
}

const MOST_LISTED = 15;

function wrongAnswers(all: readonly Judgement[]): string[] {
  const refuted = all.filter(({ result }) => result === 'refuted');
  const groups = [...Map.groupBy(refuted, ({ exercise, mistake = 'other' }) => `${exercise}: ${mistake}`)].sort(([, a], [, b]) => b.length - a.length);
  return groups.slice(0, MOST_LISTED).map(([name, those]) => {
    const { say, schedule } = those.toSorted((a, b) => (a.schedule?.length ?? Infinity) - (b.schedule?.length ?? Infinity))[0]!;
    return `  ${those.length} × ${name}\n    ${say}${schedule ? `\n    for example: --schedule "${schedule}"` : ''}`;
  });
}

function claims(graded: readonly Graded[]): string[] {
  return graded.flatMap(({ handIn, judgements }) => {
    const refuted = judgements.filter(({ claimed, result }) => claimed && result === 'refuted');
    return refuted.length === 0 ? [] : [`  ${handIn.student}: ${refuted.map(({ exercise }) => exercise).join(', ')}`];
  });
}

const likely = ({ one, other, exercises }: Likeness): string => `  ${one} and ${other}: ${exercises.map(({ exercise, share }) => `${exercise} (${Math.round(share * 100)} %)`).join(', ')}`;
