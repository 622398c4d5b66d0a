import { describe, expect, it } from 'vitest';
import { asFunction, filesOf, readExercises, sample } from './answers.mjs';

const exercises = readExercises();
const parts = (list: readonly { part: string }[]) => new Set(list.map(({ part }) => part));

describe('the exercises of the comparison', () => {
  it('each have one right answer and wrong ones, the starter among them', () => {
    expect(exercises.length).toBeGreaterThan(50);
    for (const { answers } of exercises) {
      expect(answers.filter(({ isRight }) => isRight).map(({ name }) => name)).toEqual(['solution']);
      expect(answers.filter(({ isRight }) => !isRight).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('come with the answer, the check and the solution', () => {
    expect(Object.keys(filesOf(exercises[0]!.id, 'starter.ts')).sort()).toEqual(['check.ts', 'solution.ts', 'starter.ts']);
  });

  it('are modules that one function evaluates anew at each call', async () => {
    const { id } = exercises.find((each) => each.id.endsWith('/ask-later'))!;
    const load = new Function('HB', `return ${await asFunction(id, 'solution.ts')}`)({ silent: console }) as (library: object) => { spec: { scenes: unknown[] }; answer: object };
    const library = { go: {}, threading: {}, lambda: {}, check: { check: (spec: unknown) => spec } };
    expect(load(library).spec.scenes.length).toBeGreaterThanOrEqual(2);
    expect(load(library).answer).not.toBe(load(library).answer);
  });
});

describe('a sample', () => {
  it('has exercises of every part, and no more than asked for', () => {
    const some = sample(exercises, 24);
    expect(some).toHaveLength(24);
    expect(parts(some)).toEqual(parts(exercises));
  });

  it('is the same each time, and none twice', () => {
    expect(sample(exercises, 30)).toEqual(sample(exercises, 30));
    expect(new Set(sample(exercises, 30)).size).toBe(30);
  });

  it('is all of them if there are not more', () => {
    expect(sample(exercises, 1_000)).toBe(exercises);
  });
});
