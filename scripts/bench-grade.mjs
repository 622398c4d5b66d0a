/**
 * Grades a class: `node scripts/bench-grade.mjs [--students 300] [--exercises 20] [--jobs 2] [--isolation quickjs]`. Makes hand-ins of the course's own solutions and wrong answers,
 * no two with the same text, runs `grade` over them as an instructor would, and compares every verdict with what is known of the answer. For docs/benchmarks.md.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './lib/install.mjs';
import { runVisibly } from './lib/run.mjs';

const { values } = parseArgs({ options: { students: { type: 'string', default: '300' }, exercises: { type: 'string', default: '20' }, jobs: { type: 'string', default: '2' }, isolation: { type: 'string' }, keep: { type: 'boolean', default: false } } });
const [students, perStudent] = [Number(values.students), Number(values.exercises)];

const folders = globSync('content/lessons/*/*/exercises/*/check.ts', { cwd: ROOT }).map((file) => path.dirname(path.join(ROOT, file))).sort();
const idOf = (folder) => path.relative(path.join(ROOT, 'content/lessons'), folder).replaceAll('\\', '/').replace('/exercises/', '/');
/** An answer that borrows from the solution cannot be handed in: the solution is not there. */
const wrongOf = (folder) => globSync('wrong/*.ts', { cwd: folder }).sort().map((file) => readFileSync(path.join(folder, file), 'utf8')).filter((text) => !/from '\.\.?\//.test(text));

/** The same numbers on every machine. */
let state = 7;
const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;

const top = mkdtempSync(path.join(tmpdir(), 'happens-before-class-'));
mkdirSync(path.join(top, 'handins'));
const expected = new Map();
for (let student = 0; student < students; student++) {
  const name = `student-${String(student).padStart(4, '0')}`;
  const attempts = Array.from({ length: perStudent }, (_, index) => {
    const folder = folders[(student * 7 + index) % folders.length];
    const wrong = wrongOf(folder);
    // A class that knows most of it: 15 in 100 claim what is wrong.
    const isWrong = wrong.length > 0 && random() < 0.15;
    const text = isWrong ? wrong[Math.floor(random() * wrong.length)] : readFileSync(path.join(folder, 'solution.ts'), 'utf8');
    expected.set(`${name} ${idOf(folder)}`, isWrong ? 'refuted' : 'verified');
    return { exercise: idOf(folder), title: idOf(folder), on: '2026-11-22', code: `// ${name}\n${text}`, verdict: 'Right.', hints: 0 };
  });
  writeFileSync(path.join(top, 'handins', `${name}.handin`), JSON.stringify({ format: 'happens-before-progress', version: 1, student: name, course: { title: 'x', version: 'x' }, attempts, unsolved: [] }));
}

const out = path.join(top, 'grades.csv');
const started = performance.now();
const { status } = await runVisibly(process.execPath, ['src/cli/main.ts', 'grade', path.join(top, 'handins'), '--out', out, '--jobs', values.jobs, ...(values.isolation === undefined ? [] : ['--isolation', values.isolation])], { cwd: ROOT });
const seconds = (performance.now() - started) / 1_000;
if (status !== 0) process.exit(status);

const rows = readFileSync(out, 'utf8').trim().split('\r\n').slice(1).map((row) => row.split(','));
const tally = {};
let other = 0;
for (const [student, exercise, result] of rows) {
  tally[result] = (tally[result] ?? 0) + 1;
  if (expected.get(`${student} ${exercise}`) !== result) {
    other += 1;
    console.error(`${student} ${exercise}: ${result}, expected ${expected.get(`${student} ${exercise}`)}`);
  }
}
console.log(`\n${students} hand-ins × ${perStudent} exercises: ${seconds.toFixed(0)} s, ${((seconds * 1_000) / rows.length).toFixed(1)} ms an answer. ${JSON.stringify(tally)}; ${other} other than known. ${values.jobs} at a time on ${cpus().length} × ${cpus()[0].model}.`);
if (values.keep) console.log(top);
else rmSync(top, { recursive: true });
process.exitCode = other === 0 ? 0 : 1;
