/**
 * Plays every exercise of the course, in every order, with the very bundle that judges in the page. Authors never write
 * such a test: a folder below `exercises/` is enough.
 */
import { describe, expect, it } from 'vitest';
import type { CheckSpec, Verdict } from '#check';
import { keptReply } from '#sandbox/kept';
import { checkOf, type CourseExercise, exercises, named, otherNames, programs, runOf } from './course.ts';

const specs = import.meta.glob<CheckSpec>('/content/lessons/*/*/exercises/*/check.ts', { import: 'default' });

/** The narrowest code pane of a page. */
const COLUMNS = 64;
const SHOWN = ['starter.ts', 'solution.ts'];

const specOf = ({ id }: CourseExercise): Promise<CheckSpec> => {
  const load = specs[`/content/lessons/${id}/check.ts`];
  if (load === undefined) throw new Error(`content/lessons/${id}: check.ts is missing`);
  return load();
};

/** The verdict on one file of an exercise. Whatever else comes back is the failure's message. */
async function verdictOn(exercise: CourseExercise, file: string): Promise<Verdict> {
  if (!(file in exercise.files)) throw new Error(`content/lessons/${exercise.id}: ${file} is missing`);
  const reply = await keptReply(checkOf(exercise, file));
  if (reply.kind === 'judged') return reply.verdict;
  throw new Error(`content/lessons/${exercise.id}/${file} was not judged: ${JSON.stringify(reply, undefined, 2)}`);
}

/** What an author wants to know of a failure: without the trace, which has hundreds of lines. */
const inShort = ({ passed, complete, headline, failure }: Verdict) => ({
  passed,
  complete,
  headline,
  ...(failure && { kind: failure.kind, scene: failure.scene, mistake: failure.mistake, say: failure.say, schedule: failure.schedule }),
});

const tooLong = (text: string): string[] =>
  text.split('\n').flatMap((line, index) => (line.length > COLUMNS ? [`line ${index + 1} has ${line.length} columns: ${line}`] : []));

it('finds the exercises and the programs', () => {
  expect(exercises.length).toBeGreaterThan(0);
  expect(programs.length).toBeGreaterThan(0);
});

describe.each(named(exercises))('%s', (_, exercise) => {
  it('accepts the solution, and has tried every order of it', async () => {
    expect(inShort(await verdictOn(exercise, 'solution.ts'))).toMatchObject({ passed: true, complete: true });
  });

  it.runIf('grade.ts' in exercise.files)('accepts the solution in the scenes that the page does not ship', async () => {
    const { files } = exercise;
    const reply = await keptReply(checkOf({ ...exercise, files: { ...files, 'check.ts': files['grade.ts']! } }, 'solution.ts'));
    expect(reply.kind === 'judged' ? inShort(reply.verdict) : reply).toMatchObject({ passed: true, complete: true });
  });

  it('compiles the starter, and does not accept it', async () => {
    expect(inShort(await verdictOn(exercise, 'starter.ts'))).toMatchObject({ passed: false });
  });

  it.each(exercise.wrong)('answers wrong/%s with its own sentence', async (name) => {
    const { mistakes } = await specOf(exercise);
    const verdict = inShort(await verdictOn(exercise, `wrong/${name}.ts`));
    expect(verdict).toMatchObject({ passed: false, mistake: name, say: mistakes[name]?.say });
  });

  it('has a program for each mistake, a mistake for each program, and enough of them', async () => {
    const { mistakes } = await specOf(exercise);
    expect([...exercise.wrong].sort()).toEqual(Object.keys(mistakes).sort());
    expect(exercise.wrong.length).toBeGreaterThanOrEqual(3);
    const sentences = Object.values(mistakes).map(({ say }) => say);
    expect(new Set(sentences).size, 'each mistake has a sentence of its own').toBe(sentences.length);
  });

  it('has two scenes or more, each with a name of its own', async () => {
    const names = (await specOf(exercise)).scenes.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(2);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has three hints', () => {
    const list = /^hints:\n((?:[ -].*\n)+)/m.exec(exercise.files['index.mdx'] ?? '')?.[1] ?? '';
    expect(list.match(/^ *- /gm) ?? []).toHaveLength(3);
  });

  it(`keeps the lines that a page shows within ${COLUMNS} columns`, () => {
    expect([...SHOWN, ...otherNames(exercise.files)].flatMap((file) => tooLong(exercise.files[file] ?? '').map((line) => `${file}: ${line}`))).toEqual([]);
  });
});

describe.each(named(programs))('%s', (_, { text }) => {
  it('compiles, runs and comes to an end', async () => {
    const reply = await keptReply(runOf(text));
    expect(reply.kind, JSON.stringify(reply)).toBe('ran');
    if (reply.kind === 'ran') expect(reply.trace.end.kind).not.toBe('livelock');
  });

  it(`keeps its lines within ${COLUMNS} columns`, () => {
    expect(tooLong(text)).toEqual([]);
  });
});
