import { describe, expect, it } from 'vitest';
import type { CourseFiles } from './course.ts';
import { CourseProblems, findProblems, nearest, problemLine } from './problems.ts';
import { courseFiles, exercise, lesson, path, term } from './testing.ts';

const lines = (changes: Partial<CourseFiles>) => findProblems(courseFiles(changes)).map(problemLine);

describe('findProblems', () => {
  it('finds nothing in a course that is whole', () => {
    expect(lines({})).toEqual([]);
  });

  it('names a lesson that another needs and that does not exist, and the one that was meant', () => {
    expect(lines({ lessons: [lesson('first/locks', 1), lesson('first/b', 2, { needs: ['first/lock', 'nowhere/at-all'] })] }))
      .toMatchInlineSnapshot(`
      [
        "content/lessons/first/b/index.mdx: needs: The lesson "first/lock" does not exist. Write "first/locks".",
        "content/lessons/first/b/index.mdx: needs: The lesson "nowhere/at-all" does not exist. Remove it until that lesson is there.",
      ]
    `);
  });

  it('refuses a need that comes later, or is the lesson itself', () => {
    expect(lines({ lessons: [lesson('first/a', 1, { needs: ['first/b', 'first/a'] }), lesson('first/b', 2)] })).toMatchInlineSnapshot(`
      [
        "content/lessons/first/a/index.mdx: needs: The lesson "first/b" comes later in the course. Remove it, or change the order.",
        "content/lessons/first/a/index.mdx: needs: A lesson cannot need itself. Remove it.",
      ]
    `);
  });

  it('names a step of a caption that is out of sight from where its still stands', () => {
    const body = '<Program name="x" at={3} caption="At step 9 all is well. At steps 2 and 10 it is not." />';
    expect(lines({ lessons: [lesson('first/a', 1, { body })], lessonFiles: ['first/a/programs/x.ts'] })).toEqual([
      'content/lessons/first/a/index.mdx: Program: The caption of "x" names step 10, and its still stands at step 3, from where that is out of sight. Name steps near it, or move the still.',
    ]);
  });

  it('names every mention in the text that leads nowhere', () => {
    const body =
      '<Term id="rcae">r</Term> <Source n={1} /> <Program name="x" /> <Original file="x.go" /> <Exercise id="x" /> [here](/first/zebra/)';
    expect(lines({ lessons: [lesson('first/a', 1, { body })] })).toMatchInlineSnapshot(`
      [
        "content/lessons/first/a/index.mdx: Term: The glossary word "rcae" does not exist. Write "race".",
        "content/lessons/first/a/index.mdx: Program: The program "x" does not exist. Add programs/x.ts beside the lesson. Present: none yet.",
        "content/lessons/first/a/index.mdx: Original: The original "x.go" does not exist. Add original/x.go beside the lesson. Present: none yet.",
        "content/lessons/first/a/index.mdx: Exercise: The exercise "x" does not exist. Add exercises/x/index.mdx beside the lesson. Present: none yet.",
        "content/lessons/first/a/index.mdx: link: The page "/first/zebra/" does not exist. Link to a page of the course as /part/lesson/, with a slash at both ends.",
        "content/lessons/first/a/index.mdx: Source: There is no source 1; the frontmatter lists 0. Add it to "sources", or correct the number.",
      ]
    `);
  });

  it('finds a lesson in a folder that is no part, and two lessons with one number', () => {
    expect(lines({ lessons: [lesson('frist/a', 1), lesson('first/b', 1), lesson('first/c', 1)] })).toMatchInlineSnapshot(`
      [
        "content/lessons/frist/a/index.mdx: folder: The part "frist" does not exist. Write "first".",
        "content/lessons/first/c/index.mdx: order: The number 1 is also that of "first/b". Give each lesson of a part its own number.",
      ]
    `);
  });

  it('finds a word that is explained twice', () => {
    expect(lines({ glossary: [term('data-race', 'data race'), term('race', 'race', ['Data race'])] })).toMatchInlineSnapshot(`
      [
        "content/glossary/race.md: term: "Data race" is already explained in content/glossary/data-race.md. Keep it in one place.",
      ]
    `);
  });

  it('finds a reading path that stops at no lesson, or twice at one', () => {
    expect(lines({ paths: [path('p', ['first/a', 'first/x', 'first/a'])] })).toHaveLength(2);
  });

  it('says what an exercise still lacks', () => {
    const id = 'first/a/exercises/fix-it';
    const lessonFiles = [`${id}/index.mdx`, `${id}/starter.ts`, `${id}/wrong/sleeps.ts`, `${id}/solutoin.ts`];
    expect(lines({ lessons: [lesson('first/a', 1, { body: '<Exercise id="fix-it" />' })], exercises: [exercise(id)], lessonFiles }))
      .toMatchInlineSnapshot(`
      [
        "content/lessons/first/a/exercises/fix-it: solution.ts: This file is missing. Add a program that the check accepts in every order.",
        "content/lessons/first/a/exercises/fix-it: check.ts: This file is missing. Add the scenes that an answer must get right, and a sentence for each known mistake.",
        "content/lessons/first/a/exercises/fix-it: wrong: There are 1 wrong answers. Write at least 3, one file each: the repairs that people really try.",
        "content/lessons/first/a/exercises/fix-it: solutoin.ts: This file has no place in an exercise. Remove it, or rename it to one of: index.mdx, starter.ts, solution.ts, check.ts, grade.ts, wrong/<mistake>.ts, or name it in "files".",
      ]
    `);
  });

  it('takes further files of an exercise where they are named, and what becomes of those that may be changed', () => {
    const id = 'first/a/exercises/fix-it';
    const { data, ...entry } = exercise(id);
    const files = [{ name: 'layer', edit: false }, { name: 'store', edit: true }];
    const usual = ['index.mdx', 'starter.ts', 'solution.ts', 'check.ts', 'wrong/a.ts', 'wrong/b.ts', 'wrong/c.ts'];
    const found = (...more: readonly string[]) =>
      lines({ lessons: [lesson('first/a', 1, { body: '<Exercise id="fix-it" />' })], exercises: [{ ...entry, data: { ...data, files } }], lessonFiles: [...usual, ...more].map((name) => `${id}/${name}`) }).map((line) => line.slice(line.indexOf('fix-it: ') + 8).replace(/ (?:is missing|has no place).*$/, ''));
    expect(found('layer.ts', 'store.ts', 'solution/store.ts', 'wrong/a/store.ts')).toEqual([]);
    expect(found('store.ts', 'solution/layer.ts')).toEqual(['layer.ts: This file', 'solution/layer.ts: This file']);
  });

  it('finds an exercise without a text, and one that no lesson shows', () => {
    const shown = 'first/a/exercises/hidden';
    expect(lines({ exercises: [exercise(shown, 'predict')], lessonFiles: ['first/a/exercises/loose/starter.ts', `${shown}/index.mdx`] }))
      .toMatchInlineSnapshot(`
      [
        "content/lessons/first/a/index.mdx: Exercise: The exercise "hidden" is not shown anywhere. Add <Exercise id="hidden" /> to the text, or remove its folder.",
        "content/lessons/first/a/exercises/loose: index.mdx: This exercise has no text. Add index.mdx with title, kind, minutes and hints.",
      ]
    `);
  });
});

describe('nearest', () => {
  it('finds a slip of the fingers, and leaves a different word alone', () => {
    expect(nearest('mutx', ['mutex', 'channel'])).toBe('mutex');
    expect(nearest('mutex', ['channel'])).toBeUndefined();
  });
});

describe('CourseProblems', () => {
  it('says all at once', () => {
    const error = new CourseProblems([
      { file: 'a.mdx', field: 'needs', say: 'X. Do Y.' },
      { file: 'b.mdx', field: 'Term', say: 'Z.' },
    ]);
    expect(error.message).toBe(
      'The course cannot be published yet: 2 things do not fit together.\n\na.mdx: needs: X. Do Y.\nb.mdx: Term: Z.\n',
    );
  });

  it('asks of a goal that its program is there and that it names something; without a goal, to break something needs a program as answer', () => {
    const broken = (goal: object | undefined) => ({ ...exercise('first/a/exercises/lose', 'break'), data: { ...exercise('first/a/exercises/lose', 'break').data, ...(goal && { goal }) } }) as ReturnType<typeof exercise>;
    const files = { lessonFiles: ['first/a/programs/lost.ts', 'first/a/exercises/lose/index.mdx'] };
    const about = (goal: object | undefined) => lines({ ...files, exercises: [broken(goal)], lessons: [lesson('first/a', 1, { body: '<Program name="lost" /> <Exercise id="lose" />' })] });
    expect(about({ program: 'lost', output: ['1'], possible: true })).toEqual([]);
    expect(about({ program: 'lots', possible: true }).join(' ')).toMatch(/The program "lots" does not exist.*lost.*names nothing to bring about/);
    expect(about(undefined).join(' ')).toContain('check.ts: This file is missing');
    const fix = { ...exercise('first/a/exercises/lose'), data: { ...exercise('first/a/exercises/lose').data, goal: { program: 'lost', possible: true } } };
    expect(lines({ ...files, exercises: [fix], lessons: [lesson('first/a', 1, { body: '<Program name="lost" /> <Exercise id="lose" />' })] }).join(' ')).toContain('Only an exercise of kind break has a goal');
  });
});
