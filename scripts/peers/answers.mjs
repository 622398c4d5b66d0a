/** The exercises that are answered with a program that is right or wrong, each with all its answers. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from '../lib/install.mjs';

const LESSONS = path.join(ROOT, 'content/lessons');
const GLOBALS = Object.fromEntries(['go', 'threading', 'lambda', 'check'].map((name) => [`happens-before/${name}`, `library.${name}`]));

/**
 * @typedef {object} Exercise
 * @property {string} id   `goroutines/stacks/exercises/moving-day`
 * @property {string} part `goroutines`
 * @property {{ name: string, file: string, isRight: boolean }[]} answers
 */

/** @returns {Exercise[]} those of kind fix and build, in order of their names */
export function readExercises() {
  return globSync('*/*/exercises/*/check.ts', { cwd: LESSONS })
    .map((file) => path.dirname(file))
    .sort()
    .filter((id) => /^kind: (fix|build)$/m.test(readFileSync(path.join(LESSONS, id, 'index.mdx'), 'utf8')))
    .map((id) => ({ id, part: id.split('/')[0], answers: answersOf(id) }));
}

function answersOf(id) {
  const wrong = globSync('wrong/*.ts', { cwd: path.join(LESSONS, id) }).sort();
  return [
    { name: 'solution', file: 'solution.ts', isRight: true },
    { name: 'starter', file: 'starter.ts', isRight: false },
    ...wrong.map((file) => ({ name: path.basename(file, '.ts'), file, isRight: false })),
  ];
}

/** The texts of an exercise as the page sends them: the answer, its check, and the solution, from which a wrong answer may borrow. */
export function filesOf(id, file) {
  const names = [...new Set([file, 'check.ts', 'solution.ts'])];
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(LESSONS, id, name), 'utf8')]));
}

/**
 * An answer and its check as the text of a function of the library: each call evaluates their modules anew. Their types are taken off, and nothing
 * else is done to them.
 */
export async function asFunction(id, file) {
  const entry = '\0both';
  const both = {
    name: 'both',
    resolveId: (name) => (name === entry ? entry : undefined),
    load: (name) => (name === entry ? `export { default as spec } from ${JSON.stringify(path.join(LESSONS, id, 'check.ts'))};\nexport * as answer from ${JSON.stringify(path.join(LESSONS, id, file))};` : undefined),
  };
  const bundle = await rolldown({ input: entry, cwd: ROOT, platform: 'neutral', external: /^happens-before\//, plugins: [both], treeshake: false, onLog: () => {} });
  const { output } = await bundle.generate({ format: 'iife', name: 'bundle', globals: GLOBALS });
  await bundle.close();
  return `(library) => { const console = HB.silent; ${output[0].code}\nreturn bundle; }`;
}

/** So many exercises, spread over the parts in proportion to nothing but their order: every n-th of each part in turn. */
export function sample(exercises, count) {
  if (count >= exercises.length) return exercises;
  const parts = [...Map.groupBy(exercises, ({ part }) => part).values()];
  const taken = new Set();
  for (let round = 0; taken.size < count; round++) {
    for (const part of parts) {
      const each = Math.ceil(count / parts.length);
      const next = part[Math.floor((round * part.length) / each)];
      if (next !== undefined && taken.size < count) taken.add(next);
    }
  }
  return exercises.filter((exercise) => taken.has(exercise));
}
