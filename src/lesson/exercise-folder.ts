/** What the folder of an exercise must hold. */
import type { Entry } from './course.ts';
import type { Problem } from './problems.ts';
import type { ExerciseData, GoalData } from './schemas.ts';

/** Kinds that are answered by changing a program. To break something is, too, unless a goal says what an order of a program has to do. */
const answeredWithCode = ['fix', 'build', 'size', 'break'];

/** Whether the answer is a program. The others are answered by choosing, and bring what they need. */
export const isAnsweredByProgram = ({ kind, goal }: { readonly kind: string; readonly goal?: unknown }): boolean => goal === undefined && answeredWithCode.includes(kind);
const leastMistakes = 3;

/** Checks one exercise's folder against `lessonFiles`, the paths of all files below `content/lessons`. */
export function exerciseProblems(exercise: Entry<ExerciseData>, lessonFiles: readonly string[]): Problem[] {
  const { kind, goal } = exercise.data;
  if (kind === 'break' && goal !== undefined) return goalProblems(exercise, goal, lessonFiles);
  if (goal !== undefined) return [{ file: exercise.file, field: 'goal', say: 'Only an exercise of kind break has a goal. Remove it, or change the kind.' }];
  if (!isAnsweredByProgram(exercise.data)) return [];
  const folder = `content/lessons/${exercise.id}`;
  const present = lessonFiles.filter((path) => path.startsWith(`${exercise.id}/`)).map((path) => path.slice(exercise.id.length + 1));
  // Beside starter.ts what the learner finds; below `solution/` and `wrong/<mistake>/` what becomes of what may be changed.
  const others = new Set(exercise.data.files.flatMap(({ name, edit }) => [`${name}.ts`, ...(edit ? [`*/${name}.ts`] : [])]));
  const mistakes = present.filter((path) => /^wrong\/[^/]+\.ts$/.test(path));

  const absent = [
    ['starter.ts', 'Add the program that the learner begins with: it compiles, and the check does not accept it.'],
    ['solution.ts', 'Add a program that the check accepts in every order.'],
    ['check.ts', 'Add the scenes that an answer must get right, and a sentence for each known mistake.'],
    ...exercise.data.files.map(({ name }) => [`${name}.ts`, 'Add it, or remove its name from "files".']),
  ].filter(([file = '']) => !present.includes(file));

  return [
    ...absent.map(([file = '', what = '']) => ({ file: folder, field: file, say: `This file is missing. ${what}` })),
    ...(mistakes.length < leastMistakes
      ? [
          {
            file: folder,
            field: 'wrong',
            say: `There are ${mistakes.length} wrong answers. Write at least ${leastMistakes}, one file each: the repairs that people really try.`,
          },
        ]
      : []),
    ...present
      .filter((path) => !/^(index\.mdx|starter\.ts|solution\.ts|check\.ts|grade\.ts|wrong\/[^/]+\.ts)$/.test(path) && !others.has(path.replace(/^(?:solution|wrong\/[^/]+)\//, '*/')))
      .map((path) => ({
        file: folder,
        field: path,
        say: 'This file has no place in an exercise. Remove it, or rename it to one of: index.mdx, starter.ts, solution.ts, check.ts, grade.ts, wrong/<mistake>.ts, or name it in "files".',
      })),
  ];
}

/** An exercise of kind `break` has a goal, about a program that is there, and no files of its own. */
function goalProblems({ id, file }: Entry<ExerciseData>, goal: GoalData, lessonFiles: readonly string[]): Problem[] {
  const { program, end, output, notOutput } = goal;
  const lesson = id.split('/').slice(0, 2).join('/');
  const programs = lessonFiles.flatMap((path) => (path.startsWith(`${lesson}/programs/`) ? [path.slice(`${lesson}/programs/`.length).replace(/\.ts$/, '')] : []));
  return [
    ...(programs.includes(program)
      ? []
      : [{ file, field: 'goal.program', say: `The program "${program}" does not exist. Add programs/${program}.ts beside the lesson, or write one of: ${programs.join(', ') || 'none yet'}.` }]),
    ...(end === undefined && output === undefined && notOutput === undefined
      ? [{ file, field: 'goal', say: 'This goal names nothing to bring about. Add end, output or notOutput.' }]
      : []),
  ];
}
