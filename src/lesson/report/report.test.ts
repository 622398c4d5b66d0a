import { describe, expect, it } from 'vitest';
import { courseFiles, exercise, lesson } from '../testing.ts';
import { figuresOf, type LessonFigures } from './figures.ts';
import { frameProblems } from './frame.ts';
import { readProse } from './prose.ts';

describe('the prose of a lesson', () => {
  it('is its sentences and captions, without code and headings', () => {
    const prose = readProse('## A heading\n\nTwo short sentences. Here, `a.b()` is one word.\n\n```ts\nlet none = 0;\n```\n\n<Program name="not-counted" caption="It counts." />\n');
    expect(prose).toMatchObject({ words: 10, sentences: 3, headings: ['A heading'], components: ['Program'] });
  });

  it('goes on inside components and lists, and counts each use of a component', () => {
    const prose = readProse('<Note>\n\nOne two three.\n\n</Note>\n\n- A <Term id="lock">lock</Term> is held.<Source n={1} />\n- A <Term id="lock">lock</Term> is free.\n');
    expect(prose.words).toBe(11);
    expect(prose.components).toEqual(['Note', 'Term', 'Source', 'Term']);
  });

  // By hand: 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45.
  it('has the reading grade of Flesch and Kincaid', () => {
    expect(readProse('The cat sat on the mat.').grade).toBeCloseTo(-1.4, 1);
    expect(readProse('Considerable complexity characterises concurrency.').grade).toBeGreaterThan(15);
    expect(readProse('').grade).toBe(0);
  });

  it('is refused with its line where the MDX is broken', () => {
    expect(() => readProse('Fine.\n\n<Program name="x" >\n')).toThrow(/Program/);
  });
});

const whole: LessonFigures = {
  id: 'first/a', words: 900, grade: 5, programs: 3, predictions: 1, originals: 1, figures: 0, exercises: 2, kinds: { fix: 2 }, wrong: [3, 8], sources: 2,
  headings: ['Why', 'What the model leaves out', 'Recap'], wide: [],
};

describe('the frame of a lesson', () => {
  it('is whole where everything is there', () => {
    expect(frameProblems(whole)).toEqual([]);
  });

  it.each<[string, Partial<LessonFigures>]>([
    ['Program', { programs: 0 }],
    ['Predict', { predictions: 0 }],
    ['Original', { originals: 0 }],
    ['exercises', { exercises: 0, wrong: [] }],
    ['exercises', { exercises: 5 }],
    ['wrong', { wrong: [8, 2] }],
    ['sources', { sources: 0 }],
    ['words', { words: 699 }],
    ['words', { words: 1_601 }],
    ['Recap', { headings: ['What the model leaves out'] }],
    ['What the model leaves out', { headings: ['Recap'] }],
    ['line 7', { wide: [{ file: 'first/a/programs/x.ts', line: 7, columns: 65 }] }],
  ])('lacks %s with %j', (field, change) => {
    const problems = frameProblems({ ...whole, ...change });
    expect(problems.map((problem) => problem.field)).toEqual([field]);
  });

  it('is counted from the files', () => {
    const folder = 'first/a/exercises/one';
    const files = courseFiles({
      lessons: [lesson('first/a', 1, { body: '<Program name="x" />\n\n<Predict />\n\n<Queue />\n\nThree words here.\n' })],
      exercises: [exercise(folder)],
      lessonFiles: ['index.mdx', 'starter.ts', 'solution.ts', 'check.ts', 'wrong/a.ts', 'wrong/b.ts'].map((file) => `${folder}/${file}`),
    });
    const wide = 'x'.repeat(65);
    const figures = figuresOf(files.lessons[0]!, files, (file) => (file.endsWith('starter.ts') || file.endsWith('check.ts') ? `a\n${wide}` : 'a'));
    expect(figures).toMatchObject({ words: 3, programs: 1, predictions: 1, figures: 1, exercises: 1, kinds: { fix: 1 }, wrong: [2] });
    // A check is not shown, so its lines may be as long as they like.
    expect(figures.wide).toEqual([{ file: `${folder}/starter.ts`, line: 2, columns: 65 }]);
  });
});
